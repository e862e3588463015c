"""What the page for signing in says, and what is said to whoever has not."""

from corpus.wording import Wording

TITLE = Wording("Sign in", "Connexion")
INTRODUCTION = Wording(
    "This library is for people with an account.",
    "Cette bibliothèque est réservée aux personnes qui ont un compte.",
)
NAME = Wording("Account name", "Nom du compte")
PASSWORD = Wording("Password", "Mot de passe")
LASTING = Wording("Keep me signed in on this device", "Garder ma session ouverte sur cet appareil")
LASTING_HINT = Wording(
    "For 30 days. Leave it empty on a machine that others use: you are then signed out "
    "when the browser is closed, or after 12 hours without use.",
    "Pendant 30 jours. Ne cochez pas sur un ordinateur partagé : la session prend alors "
    "fin à la fermeture du navigateur, ou après 12 heures sans utilisation.",
)
SIGN_IN = Wording("Sign in", "Se connecter")
FORGOTTEN = Wording(
    "Forgotten your password? An administrator can give you a new one.",
    "Mot de passe oublié ? Un administrateur peut vous en donner un nouveau.",
)
OTHER_LANGUAGE = Wording("Français", "English")  # each in the language that it leads to

ENDED = Wording(
    "You are no longer signed in. Nothing on this page is lost: sign in again in another "
    "tab, then go on here.",
    "Votre session a pris fin. Rien n’est perdu sur cette page : reconnectez-vous dans un "
    "autre onglet, puis continuez ici.",
)
NOT_SIGNED_IN = Wording(
    "Sign in first: open the page in a browser, or send a key in the header “Authorization: "
    "Bearer …” (an administrator makes one with cxlit people key NAME).",
    "Connectez-vous d’abord : ouvrez la page dans un navigateur, ou envoyez une clé dans "
    "l’en-tête « Authorization: Bearer … » (un administrateur en crée une avec cxlit people key "
    "NOM).",
)
TOO_BUSY = Wording(
    "Too many people are signing in at this moment. Try again in a minute.",
    "Trop de personnes se connectent en ce moment. Réessayez dans une minute.",
)
MALFORMED = Wording(
    "The form arrived incomplete. Open the page again.",
    "Le formulaire est arrivé incomplet. Ouvrez de nouveau la page.",
)
WRONG_ADDRESS = Wording(
    "The page is served under its own address only, such as http://127.0.0.1:7860.",
    "La page n’est servie que sous sa propre adresse, par exemple http://127.0.0.1:7860.",
)
NOT_WITHOUT_ACCOUNTS = Wording(
    "Others can reach this page, and there are no accounts any more. Make one with: cxlit people "
    "add NAME --role admin",
    "D’autres peuvent atteindre cette page, et il n’y a plus de comptes. Créez-en un avec : cxlit "
    "people add NOM --role admin",
)
