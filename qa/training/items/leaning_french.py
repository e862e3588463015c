"""What makes a French statement lean on what came before it, as patterns without case."""

_SOURCES = (
    r"(?:auteure?s?|autrices?|chercheu(?:r|se)s?|chroniqueu(?:r|se)s?|commentat(?:eur|rice)s?"
    r"|contribut(?:eur|rice)s?|études?|enquêtes?|sondages?|rapports?|articles?|journa(?:l|ux)"
    r"|magazines?|revues?|lettres?|blogs?|podcasts?|guides?|cabinets?|agences?|sites?|fiches?"
    r"|observatoires?|baromètres?|échantillons?|répondants|sondés|résumés?|instituts?"
    r"|professeurs?|analystes?|spécialistes?)"
)
_THINGS = (
    r"(?:approche|auteur|concept|démarche|différence|dispositif|débat|effet|entreprise|exercice"
    r"|expression|fonction|groupe|idée|liste|mesure|méthode|modèle|mêmes?|nouveauté|notion|outil"
    r"|poste|posture|problème|programme|projet|remède|reste|résultats?|rôle|société|solution|tâche"
    r"|terme|test|titre|tribunal|travail|texte|conclusion|raison|cause|exemple|constat|chiffres?"
    r"|écart|échelle|score|étapes?|sujet|formule|compagnie|équipe)"
)
_NUMBER = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)"
_RANK = (
    r"(?:premi(?:er|ère)s?|second(?:e|s|es)?|deuxième|troisième|quatrième|cinquième|dernière?"
    r"|dernier|suivante?s?|précédente?s?|autres?|principale?s?|même)"
)
# « l'étude » is known from before, « l'étude de Jane Roe » is named here.
_UNNAMED = (
    r"(?!\s(?!(?:est|sont|a|ont|reste|veut|vient)\b)(?:\w+\s)?(?:d['’]|de\b|du\b|des\b|que\b|qu['’]"
    r"|qui\b|dont\b|où\b|à\b|au\b|aux\b|entre\b|par\b|menée?s?\b|publiée?s?\b))"
    r"(?!\s(?-i:[A-ZÀ-Þ]))"
)
_IMPERSONAL = (
    r"(?:faut|fallait|faudrait|existe|suffit|vaut|convient|y\sa|est\s(?:\w+\s)?(?:important|utile"
    r"|nécessaire|possible|vrai|souhaitable|préférable|essentiel|indispensable|facile|difficile|rare"
    r"|temps|risqué|probable)\s(?:de\b|d['’]|que\b|qu['’]))"
)

OPENINGS = (
    rf"il(?!\s{_IMPERSONAL})\b",
    r"(?:elle|ils|elles|cela|ceci|ça|celui|celle|ceux|celles|ce|cet|cette|ces|son|sa|ses|leurs?|lui"
    r"|eux|certaine?s?(?=\s(?:y|en|d['’]entre))|d['’]autres?|une?\sautre|l['’]autre|les\sautres"
    r"|l['’]une?|les\suns|tous\s(?:deux|les\sdeux)|toutes\sdeux|chacune?(?!\s(?:de|d['’]|des|du))"
    r"|aucune?(?=\s(?:n['’]|ne))|y|ici|là)\b|c['’]est\b",
    r"(?:mais|et|or|ou|car|donc|puis|ainsi|alors|aussi|enfin|ensuite|pourtant|cependant|toutefois"
    r"|néanmoins|inversement|surtout|notamment|finalement|premièrement|deuxièmement|autrement|pis"
    r"|reste|vient|viennent|suivent|suit|mieux(?=[,\s]encore))\b|s['’]y\s",
    r"(?:d['’]ailleurs|par\s(?:ailleurs|exemple|contre|conséquent)|de\s(?:plus|même|fait|là)|du\scoup"
    r"|au\s(?:contraire|total|final)|à\s(?:l['’]inverse|cela|ce\s\w+)|pour\s(?:cela|autant)|d['’]abord"
    r"|de\sson\scôté|d['’]un(?:e\spart|\scôté)|d['’]autre\spart|dans\s(?:ce|cet|cette|ces)"
    r"|en\s(?:outre|effet|revanche|particulier|somme|bref|fait|conséquence|d['’]autres\stermes)"
    r"|(?:sans|avec)\s(?:cela|quoi|elles?|eux|lui))\b",
    r"(?:la\sphase|les\sphases|l['’]immersion)\b",
    r"(?:oui|non|hélas|bref|sinon|certes|bien\s(?:sûr|entendu)|dans\sl['’]affirmative|en\sréalité"
    r"|(?:même\s)?s['’]ils?|même\ssi|qui\sdit|une?\spas)\b",
    rf"(?:dans|en|vis-à-vis|pour|avec|sans|à|au|sur|chez|par|après|avant)\b[^,]*,\s"
    rf"(?:elles?|ils|il(?!\s{_IMPERSONAL}))\b",
    rf"(?:le|la|l['’]|les|sa|son|ses|leurs?)\s?{_RANK}\s\w+{_UNNAMED}",
    rf"les\s{_NUMBER}\s(?:\w+\s)?\w+{_UNNAMED}",
    rf"(?:le|la|l['’])\s?{_THINGS}\b{_UNNAMED}",
)
ORDERS = (r"(?!(?:assez|chez)\b)\w{2,}(?:ez|ons)\b(?!\s(?:de|d['’])\b)",)
ANYWHERE = (
    r"\b(?:le|la|les|du|au|aux|des|cet|cette|ces|ce)\smêmes?\s\w+",
    rf"\b(?:l['’]|(?:le|la|les|du|au|aux|des|ce|cet|cette|ces)\s)(?:{_NUMBER}\s)?{_SOURCES}\b(?!-)"
    rf"{_UNNAMED}",
    r"\b(?:également|ci-(?:dessus|dessous|après|contre)|plus\s(?:haut|bas)|en\soutre"
    r"|(?:celui|celle|ceux|celles)-ci|ce\sdernier|cette\sdernière|ces\sderni(?:ers|ères))\b",
    r"\b(?:je|nous|notre|nos|vous|votre|vos|mon|ma|mes|tu)\b|\bj['’]",
    r"\b(?:à\sses\syeux|(?:selon|d['’]après)\s(?:lui|elles?|eux)|pour\s(?:lui|elle)(?=[,.])"
    r"|à\sson\savis|(?:elle|lui|eux)\saussi|une?\s(?:deuxième|troisième|seconde?)"
    r"|autre\s(?:différence|raison|étape|cause|point|conseil))\b",
    r"^[^,:]*\b(?:ces|cette|cet)\s\w+|\b(?:cela|ceci|ça)\b|\b(?:un\stel|une\stelle|de\stels)\b",
    r"\b(?:pourtant|cependant|toutefois|néanmoins|dès\slors|en\srevanche|par\sconséquent|ensuite"
    r"|à\sson\stour|alors(?!\sque))\b|^[^,]*\bdonc\b",
    rf"\bchacune?\sdes\s{_NUMBER}\s\w+(?!\s(?:de|d['’]|du|des|qui|que))|\ben\sdonne(?:nt)?\b",
    r"\bd['’]y\s|\ben\s(?:conclut|est|sont|était|attend|faisaient|font|fait|parlent|ont|a)\b",
    r"\b(?:est|sont|a|ont|peut|peuvent|doit|doivent)\saussi\b(?!\s\w+\sque)",
)
