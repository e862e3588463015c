"""The words by which a sentence names its source, in French and English, as patterns."""

import re

# A verb that takes a finished statement: "…, argues Jane Roe".
SAYS = {
    "en": r"(?:has\s|have\s|had\s)?(?:add|admit|advis|agre|allow|announc|argu|assert|assur|believ"
    r"|calculat|caution|claim|complain|conced|conclud|confirm|consider|contend|count|counter|declar"
    r"|estimat|expect|explain|fear|figur|grant|hold|insist|judg|maintain|not|object|observ"
    r"|point|predict|propos|protest|reason|recall|recommend|regret|remark|remind|reply|report"
    r"|show|specif|stat|stress|suggest|suspect|teach|urg|warn|wonder)(?:e?s|e?d|e|ies|ied)?"
    r"(?:\sout)?|says?|said|writes?|wrote|finds?|found|shows?|showed|thinks?|thought|holds?|held"
    r"|tells?|told|puts?\sit|sums?\sup|saw|sees?|feels?|felt|hold|grants?|points?\sout",
    "fr": r"(?:(?:a|ont|avait|avaient)\s)?(?:affirm|ajout|admet|admett|alert|analys|annonc|argument"
    r"|assur|avance|avanc|avert|avertiss|calcul|chiffr|compt|conc[èe]d|conclu|confi|confirm|conseill"
    r"|consid[èe]r|constat|déclar|décri|défend|déplor|détaill|enseign|estim|évalu|expliqu|illustr"
    r"|indiqu|insist|ironis|jug|justifi|maint[ie]+n|mesur|met\sen\sgard|montr|not|nuanc|object"
    r"|observ|plaid|pos|précis|prédi|prétend|prévi|préven|prévien|promet|propos|raconte|racont"
    r"|raill|raisonn|rappell?|rapport|reconnaî|reconnaiss|recommand|regrett|relè?e?v|remarqu"
    r"|rép[èe]t|répli|répond|résum|retrac|retien|révèl|signal|soulign|soutien|souten|suggèr|suggér"
    r"|tranch|trouv|voi)(?:e|ent|t|nt|it|ient|issent|d|ue|uent|é|ée|ée?s|u|i|ons|ait|aient|nent|ne)?"
    r"|dit|disent|écri(?:t|vent)|pens(?:e|ent)|croi(?:t|ent)|fait\sremarquer|laisse\sentendre"
    r"|fait\svaloir|met\sen\sgarde",
}
# A verb whose "that"-clause stands on its own: no wish, no doubt, which change the verb in it.
SAYS_THAT = {
    "en": r"(?:adds?|admits?|argues?|asserts?|believes?|calculates?|cautions?|claims?|concedes?"
    r"|concludes?|confirms?|considers?|contends?|estimates?|explains?|finds?|found|grants?|holds?"
    r"|insists?|maintains?|notes?|observes?|points?\sout|predicts?|recalls?|remarks?|reports?"
    r"|reported|says?|said|shows?|showed|states?|stresses|stress|thinks?|warns?|writes?|wrote"
    r"|argued|concluded|estimated|observed|noted)",
    "fr": r"(?:affirme|ajoute|admet|assure|avance|avertit|calcule|concède|conclut|confirme"
    r"|considère|constate|déclare|dit|écrit|estime|explique|indique|insiste\ssur\sle\sfait|juge|maintient"
    r"|montre|note|objecte|observe|pense|précise|prévient|raconte|rappelle|rapporte|reconnaît"
    r"|relève|remarque|répond|signale|souligne|soutient)(?:nt|ent)?",
}
ACCORDING = {
    "en": r"according\sto|in\sthe\s(?:view|eyes|words|opinion|account|judge?ment|analysis|reading)"
    r"\sof",
    "fr": r"selon|d['’]après|aux\syeux\s(?:de|d['’])|de\sl['’]avis\s(?:de|d['’])|à\sen\scroire",
}
FOR = {"en": "for", "fr": "pour"}  # says who thinks so only before a proper name
VIEW = (
    r"(?:view|eyes|words|opinion|account|judge?ment|analysis|reading|definition|experience|terms"
    r"|estimate|formula|phrase|argument)"
)
GENERIC = {
    "en": r"(?:authors?|researchers?|columnists?|commentators?|contributors?|stud(?:y|ies)|surveys?"
    r"|reports?|articles?|papers?|magazines?|newsletters?|blogs?|consultancy|consultants?|firm"
    r"|agency|site|website|podcast|guide|book|panel|poll|review|experts?|writers?|institute"
    r"|professors?|analysts?|figures|data|findings|handbook|white\spaper|regulator|report)",
    "fr": r"(?:auteure?s?|autrices?|chercheu(?:r|se)s?|chroniqueu(?:r|se)s?|commentateurs?"
    r"|contributeurs?|études?|enquêtes?|sondages?|rapports?|articles?|magazines?|revues?|blogs?"
    r"|cabinets?|agences?|sites?|observatoires?|baromètres?|podcasts?|guides?|livres?|fiches?"
    r"|experts?|spécialistes?|instituts?|professeurs?|analystes?|chiffres|données|recherches?)",
}
_CAPITALISED = (
    r"(?:[A-ZÀ-Þ]\.(?=\s[A-ZÀ-Þ])|[A-ZÀ-Þ](?:[\w&-]|\.(?=\w)|['’](?!s\b)\w)*|[&+]\s?[A-ZÀ-Þ]\w*)"
)
_DOMAIN = r"(?:[\w-]+\.(?:com|cx|info|org|fr|net|io|eu|co))"
_JOINS = r"(?:(?:&|van|den|der|von|ten|di|el|al)\s)*"


_ONE = "|".join(
    (
        rf"(?:The\s)?{_CAPITALISED}(?:\s{_JOINS}{_CAPITALISED})+",
        rf"{_CAPITALISED}(?:\s(?:of|de|du|des)\s{_CAPITALISED})+",
        _DOMAIN,
        _CAPITALISED,
    )
)
_MORE = rf"(?:,\s{_CAPITALISED}(?:\s{_CAPITALISED})?)*,?\s(?:and|et|&)\s"
# Words that begin a sentence with a capital, and peoples, which begin a name but are none alone.
_NO_NAME = (
    r"(?:In|At|By|For|From|Of|On|To|With|Among|After|Before|As|When|While|If|But|And|En|Dans|Chez"
    r"|Pour|Par|Sur|Avec|Parmi|Après|Avant|Quand|Si|Mais|Et|À|Au|Aux)\s"
    r"|(?:American|British|French|German|European|Australian|Canadian|Swedish|Norwegian|Dutch)s?"
    r"(?!\w|\s[A-ZÀ-Þ])"
)
# A person, a body or a site; several of them joined by "and" are one.
NAME = rf"(?:(?!{_NO_NAME})(?:{_ONE})(?:{_MORE}(?:{_ONE}))?)"

# Said by nobody in particular: "according to a manager".
ANONYMOUS = re.compile(
    r"\b(?:according\sto|says|said|recalls|notes|argues|observes|admits)\san?\s(?:\w+\s)?"
    r"(?:CCO|marketer|manager|director|executive|officer|leader|consultant)\b"
    r"|\b(?:selon|d['’]après|constate|note|dit|rappelle|observe|regrette|estime)\sune?\s"
    r"(?:CCO|responsable|directeur|directrice|dirigeante?|manager|cadre|consultante?)\b"
)
