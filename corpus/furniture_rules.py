"""The words of page furniture, folded: lower case, without accents.

`LABELS` are whole lines (buttons, links, headings of the page). `SENTENCES` are the
beginnings of sentences that command the reader to use the page, or tell about the page.
"""

import re


def phrases(table: str) -> frozenset[str]:
    """The phrases of a table that parts them by "|" and by lines."""
    return frozenset(table.replace("\n", "|").split("|")) - {""}


_COMMENTS = """
aucun commentaire|pas de commentaire|commentaire|commentaires|enregistrer un commentaire
laisser un commentaire|ajouter un commentaire|publier un commentaire|repondre
annuler la reponse|comment|comments|no comments|no comments yet|post a comment
leave a comment|leave a reply|add a comment|write a comment|join the conversation|reply
cancel reply
"""
_SHARING = """
partager|partagez|partage|partager cet article|partager sur|tweeter|j'aime|imprimer
envoyer par e-mail|copier le lien|suivre|suivez-nous|share|share this|share this article
share this post|share on|tweet|like|pin it|print|copy link|follow us
"""
_CALLS = """
en savoir|en savoir plus|lire la suite|lire plus|voir plus|decouvrir|participer|participez
je participe|s'abonner|je m'abonne|abonnez-vous|s'inscrire|je m'inscris|inscrivez-vous
newsletter|la newsletter|notre newsletter|our newsletter|contact|contactez-nous
nous contacter|demander une demo|telecharger|telecharger le pdf
call-to-action|nouveau call-to-action|new call-to-action|learn more|read more|see more
show more|continue reading|subscribe|subscribe now|sign up|sign up now|register|contact us
get in touch|request a demo|book a demo|download|download pdf
"""
_NAVIGATION = """
retour|retour en haut|retour en haut de page|haut de page|retour a l'accueil|retour au blog
aller au contenu|aller au contenu principal|recherche|rechercher|connexion|se connecter
mon compte|plan du site|article precedent|article suivant|precedent|suivant
voir tous les articles|menu|navigation|back to top|back to blog|skip to content
skip to main content|search|log in|login|sign in|my account|sitemap|previous post|next post
previous article|next article|previous|next|view all posts|all posts
"""
_NOTICES = """
mentions legales|politique de confidentialite|conditions generales d'utilisation|cgu
tout accepter|tout refuser|accepter|refuser|parametres des cookies|gerer les cookies
publicite|contenu sponsorise|legal notice|privacy policy|terms of use|terms of service
terms and conditions|accept all|accept|decline|cookie settings|manage cookies
advertisement|sponsored
"""
_OTHER_ARTICLES = """
articles similaires|articles lies|articles recents|articles associes|vous aimerez aussi
a lire aussi|lire aussi|a lire egalement|dans la meme categorie|sur le meme sujet
a decouvrir aussi|tags|categories|categorie|mots-cles|a propos de l'auteur
related articles|related posts|related content|recent posts|popular posts
you may also like|you might also like|about the author
"""
LABELS = phrases(_COMMENTS + _SHARING + _CALLS + _NAVIGATION + _NOTICES + _OTHER_ARTICLES)

# Labels of share bars and forms that may as well be an article's headings ("Facebook"): they
# are furniture only beside other furniture.
_DOUBTFUL = """
facebook|twitter|x|linkedin|instagram|youtube|whatsapp|pinterest|telegram|email|e-mail
nom|prenom|votre nom|adresse e-mail|adresse email|votre e-mail|votre email|site web|envoyer
valider|laissez un commentaire|name|first name|last name|your name|email address|your email
enter your email|website|submit|send|ok|post comment
"""
DOUBTFUL = phrases(_DOUBTFUL)

# Labels that are furniture only around the article: above its title.
TOP_LABELS = phrases("blog|accueil|home|actualites|actualite|news|articles|magazine|le blog|le mag")

_LETTERS = (
    r"(?:newsletter|infolettre|lettre d'information|mailing list|liste de diffusion"
    r"|alertes? (?:e-?)?mail|(?:notre|our|the) (?:blog|mailing|flux)"
    r"|nos (?:actualites|derniers articles)|our (?:latest|updates)"
    r"|(?:dans|to|in) (?:votre|your) (?:boite|inbox))"
)
_DOCUMENT = (
    r"(?:livre blanc|guide|e-?book|etude|white ?paper|report|rapport|infographi\w+|checklist"
    r"|brochure|template|modele)"
)
_THIS = r"(?:cet?|this|notre|nos|our)"
_PAGE = r"(?:post|article|billet|page|contenu|story)"

_READER_IS_CALLED = (
    r"(?:inscrivez|abonnez|recevez|rejoignez|subscribe|sign up|join|receive|get )"
    rf".{{0,60}}{_LETTERS}",
    rf"(?:ne manquez|don't miss|restez inform|stay up).{{0,60}}{_LETTERS}",
    r"(?:nouveau |nouvel |new )call[- ]to[- ]action\b",
    r"(?:contactez|appelez|ecrivez)[- ](?:nous|moi)\b",
    r"(?:n'hesitez pas a|pour) (?:nous|me) contacter\b",
    r"(?:please )?(?:contact us|get in touch|call us|reach out to us)\b",
    r"(?:donnez|dites|laissez|partagez)[- ]nous (?:votre|vos|ce que|un)\b",
    r"(?:give|send) us (?:your )?feedback|tell us what you think",
    rf"(?:partagez|partager|share) (?:{_THIS}|l'article|the article) ?{_PAGE}?\b",
    r"(?:partagez|partager|share|tweet|tweeter|envoyer) (?:sur|on|par|via) "
    r"(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|pinterest)\b",
    r"(?:suivez|retrouvez|rejoignez)[- ]nous (?:sur|on)\b|follow (?:us|me) on\b",
    r"(?:telechargez|download|obtenez|get) (?:(?:des maintenant|gratuitement|ici|now) )?"
    rf"(?:notre|nos|our|le|la|l'|the|your|votre|free|ce|this) ?(?:\w+ ){{0,3}}{_DOCUMENT}",
    r"(?:demandez|reservez|planifiez|request|book|schedule|get) (?:votre|une|your|a|my) "
    r"(?:\w+ )?demo",
    r"(?:essayez|testez|try|start) .{0,30}(?:gratuit|free)",
    r"(?:cliquez|click) (?:ici|here|sur|on)\b",
)
_OTHER_PAGES = (
    r"(?:lisez|decouvrez|consultez|voir|retrouvez|read|check out|see) "
    rf"(?:aussi|egalement|also|{_THIS} (?:{_PAGE}|autres? articles?|other))\b.{{0,120}}$",
    r"(?:a lire|lire) (?:aussi|egalement|ensuite)\b|(?:read|see) (?:also|next)\b",
    r"(?:pour )?en savoir (?:plus|\+)(?: (?:sur|et)\b.{0,120})?$|learn more about\b.{0,80}$",
    r"(?:article|billet) (?:precedent|suivant) ?:|(?:previous|next) (?:post|article) ?:",
    r"(?:tags?|etiquettes?|categories?|mots-cles|libelles?) ?:",
    r"(?:classe|publie|poste) dans\b.{0,60}$|(?:filed under|posted in|tagged)\b.{0,80}$",
)
_OPINION_ASKED = (
    r"(?:ce contenu|cet article|ce billet) vous a (?:plu|interesse|ete utile)",
    r"vous avez (?:aime|apprecie|trouve) (?:cet article|ce contenu|ce billet)",
    r"(?:did you (?:like|enjoy|find)|was) this (?:article|post|page|content)",
    r"(?:if you )?(?:liked|enjoyed) this (?:article|post)",
)
_NOTICES_OF_THE_PAGE = (
    r"(?:ce site|notre site|nous|we|this (?:web)?site|our (?:web)?site)(?: web)? "
    r"(?:utilis|use|place|depos)\w* (?:des |les )?cookies",
    r"(?:en poursuivant|en continuant|by continuing|by using).{0,60}(?:cookies|navigation|site)",
    r"afin de lutter contre le spam|(?:to|in order to) (?:fight|prevent|reduce|avoid) spam",
    r"(?:(?:les|tous les|vos) )?commentaires (?:sont|seront|ne sont|doivent) (?:\w+ )?"
    r"(?:ouverts|fermes|moderes|publies|soumis|desactives|clos|etre)",
    r"(?:all )?comments (?:are|will be|have been) (?:closed|moderated|disabled|reviewed|subject)",
    r"(?:votre adresse (?:e-?mail|de messagerie)|your e-?mail address) (?:ne |will )",
    r"les champs obligatoires|required fields|champs? obligatoires?$|fields? required$",
    r"(?:enregistrer mon nom|save my name)\b",
    r"you must be logged in|vous devez (?:etre connecte|vous connecter)",
    r"\(c\)|©|copyright\b|tous droits reserves|all rights reserved",
    r"(?:\d+|aucun|no) (?:commentaires?|comments?|partages?|shares?|vues|views|likes?)$",
    r"(?:temps de lecture|reading time)\b.{0,20}$",
    r"\d+ ?(?:min|mins|minutes?) (?:de lecture|read)$",
    r"(?:please|veuillez|vous devez) (?:activer|enable) javascript",
)
SENTENCES = re.compile(
    "|".join((*_READER_IS_CALLED, *_OTHER_PAGES, *_OPINION_ASKED, *_NOTICES_OF_THE_PAGE))
)

# "Want to know more? Contact us.": questions that only lead to the call behind them.
LEAD_IN = re.compile(
    r"(?:envie|besoin|vous (?:souhaitez|voulez|cherchez|avez)|interess|une question|des questions"
    r"|want|would you like|looking|need|interested|ready|any questions?|questions?)\b[^?]*\?$"
)
