"""What the tab of people says."""

from corpus.people import Role
from corpus.wording import Wording

TAB = Wording("Accounts", "Comptes")

SIGNED_IN_AS = Wording("Signed in as {name}", "Compte : {name}")
SIGN_OUT = Wording("Sign out", "Se déconnecter")
SERVER_GONE = Wording(
    "The server does not answer. Answers that were finished are kept in History, and the page goes "
    "on when the server is back.",
    "Le serveur ne répond plus. Les réponses terminées sont gardées dans l’historique, et la page "
    "reprendra dès son retour.",
)
SIGN_IN_AGAIN = Wording("Sign in (new tab)", "Se connecter (nouvel onglet)")

ROLES = {
    Role.READER: Wording("Reader", "Lecteur"),
    Role.LIBRARIAN: Wording("Librarian", "Bibliothécaire"),
    Role.EVALUATOR: Wording("Evaluator", "Évaluateur"),
    Role.TRAINER: Wording("Trainer", "Formateur"),
    Role.ADMIN: Wording("Administrator", "Administrateur"),
}
DUTIES = {
    Role.READER: Wording("asks, searches and reads", "interroge, cherche et lit"),
    Role.LIBRARIAN: Wording(
        "also adds, corrects and removes articles", "ajoute, corrige et retire aussi des articles"
    ),
    Role.EVALUATOR: Wording(
        "also reviews what people think of answers", "examine aussi les avis sur les réponses"
    ),
    Role.TRAINER: Wording(
        "also judges quiz items and looks after cohorts",
        "juge aussi les questions et suit les cohortes",
    ),
    Role.ADMIN: Wording(
        "does all of it and looks after accounts", "fait tout cela et gère les comptes"
    ),
}

OWN = Wording("Your account", "Votre compte")
CHANGE_PASSWORD = Wording("Change your password", "Changer votre mot de passe")
OLD_PASSWORD = Wording("Current password", "Mot de passe actuel")
NEW_PASSWORD = Wording("New password", "Nouveau mot de passe")
AGAIN = Wording("Confirmation", "Confirmation")
PASSWORD_HINT = Wording(
    "12 characters or more. Four words in a row are easy to remember.",
    "Au moins 12 caractères. Quatre mots à la suite se retiennent facilement.",
)
PASSWORD_CHANGED = Wording(
    "Your password is changed. Your other sessions have ended; this one goes on.",
    "Votre mot de passe a été changé. Vos autres sessions ont pris fin ; celle-ci continue.",
)
DIFFERENT = Wording(
    "The two passwords differ. Type the same one twice.",
    "Les deux mots de passe diffèrent. Saisissez deux fois le même.",
)

EVERYBODY = Wording("All accounts", "Tous les comptes")
CLOSED = Wording("closed", "fermé")
YOU = Wording("you", "vous")
ROLE = Wording("Role", "Rôle")
NAME = Wording("Account name", "Nom du compte")
PASSWORD = Wording("Password", "Mot de passe")
TELL_HINT = Wording(
    "Give it to the person yourself; they can change it on this tab. 12 characters or more.",
    "Transmettez-le vous-même à la personne, qui pourra le changer dans cet onglet. Au "
    "moins 12 caractères.",
)
ADD_TITLE = Wording("Add an account", "Ajouter un compte")
ADD = Wording("Add", "Ajouter")
CHANGE_ROLE = Wording("Change role", "Changer le rôle")
CHANGE_ROLE_OF = Wording("Change the role of {name}", "Changer le rôle de {name}")
SET_PASSWORD = Wording("New password", "Nouveau mot de passe")
SET_PASSWORD_OF = Wording("New password for {name}", "Nouveau mot de passe pour {name}")
CLOSE = Wording("Close the account", "Fermer le compte")
CLOSE_OF = Wording("Close the account of {name}", "Fermer le compte de {name}")
CLOSE_QUESTION = Wording(
    "Close this account? Nobody can sign in with it any more, and its sessions and keys "
    "end. The answers kept in it stay, and you can reopen it.",
    "Fermer ce compte ? Il ne permettra plus de se connecter ; ses sessions et ses clés "
    "prendront fin. Les réponses gardées restent, et vous pourrez rouvrir le compte.",
)
CLOSE_YES = Wording("Yes, close it", "Oui, le fermer")
REOPEN = Wording("Reopen", "Rouvrir")
REOPEN_OF = Wording("Reopen the account of {name}", "Rouvrir le compte de {name}")
SAVE = Wording("Save", "Enregistrer")
CANCEL = Wording("Cancel", "Annuler")

ADDED = Wording("{name} can sign in now.", "{name} peut se connecter dès maintenant.")
ROLE_CHANGED = Wording(
    "{name}: the new role takes effect now.", "{name} : le nouveau rôle prend effet dès maintenant."
)
CLOSED_NOW = Wording(
    "The account of {name} is closed.",
    "Le compte de {name} est fermé.",
)
PASSWORD_SET = Wording(
    "{name} signs in with the new password from now on; sessions and keys have ended.",
    "{name} se connecte désormais avec le nouveau mot de passe ; ses sessions et ses clés ont pris "
    "fin.",
)

NONE_NEEDED = Wording("No account needed", "Aucun compte nécessaire")
NONE_NEEDED_WHY = Wording(
    "On your own machine nobody signs in: the page can be reached from this machine only. "
    "Accounts are for a team that shares one library on a network.",
    "Sur votre propre ordinateur, personne ne se connecte : la page n’est accessible que "
    "depuis celui-ci. Les comptes servent à une équipe qui partage une bibliothèque sur un "
    "réseau.",
)
FIRST_TITLE = Wording("Set up accounts", "Passer aux comptes")
FIRST_WARNING = Wording(
    "The first account is an administrator’s. Once it is made, everybody has to sign in, "
    "on this machine too, and you are asked to do so at once. What was kept here so far is "
    "then yours.",
    "Le premier compte est celui d’un administrateur. Dès qu’il est créé, tout le monde "
    "doit se connecter, sur cet ordinateur aussi ; il vous sera aussitôt demandé de le "
    "faire. Ce qui a été gardé ici jusque-là vous reviendra.",
)
FIRST = Wording("Make the first account", "Créer le premier compte")
FIRST_MADE = Wording(
    "There are accounts now: everybody signs in.",
    "Il y a désormais des comptes : tout le monde se connecte.",
)
SIGN_IN = Wording("Sign in", "Se connecter")
