"""From a setting, "provider:model", to a LangChain chat model; and how one fails."""

from typing import TYPE_CHECKING, Any

from corpus.wording import KnownError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

TIMEOUT_S = 60.0  # a person waits; a larger local model on a small machine may take as long
MAX_RETRIES = 1
EXAMPLE = "ollama:qwen3, mistralai:mistral-small-latest, openai:…, anthropic:…"


class ChatModelFailed(KnownError):  # noqa: N818, it says what happened
    """The chat model gave no usable reply; `__cause__` is the provider's exception, if any."""


def chat_model(name: str, timeout_s: float = TIMEOUT_S) -> "BaseChatModel":
    """Chat model of `name`, "provider:model", at temperature 0. Nothing is sent yet.

    Raises KnownError: not of that form, unknown provider, its package is not installed (with
    the line that installs it), or it cannot be set up, for instance without its key.
    """
    provider, colon, model = name.partition(":")
    if not (provider and colon and model):
        raise KnownError(
            en=f"“{name}” is not a chat model: write provider:model, for instance {EXAMPLE}",
            fr=f"« {name} » n’est pas un modèle de dialogue : écrivez fournisseur:modèle, "
            f"par exemple {EXAMPLE}",
        )
    from langchain.chat_models import init_chat_model

    # ChatOllama ignores `timeout` and hands `client_kwargs` to its HTTP client.
    more: dict[str, Any] = {"client_kwargs": {"timeout": timeout_s}} if provider == "ollama" else {}
    try:
        model_set_up: BaseChatModel = init_chat_model(
            model,
            model_provider=provider,
            temperature=0,
            timeout=timeout_s,
            max_retries=MAX_RETRIES,
            **more,
        )
        return model_set_up
    except ImportError as missing:
        raise _package_missing(provider, missing) from missing
    # Provider classes check keys and arguments in their constructors, with exceptions of their
    # own (openai.OpenAIError, pydantic.ValidationError …) that share no other base class.
    except Exception as refused:
        raise _not_set_up(name, provider, refused) from refused


def _package_missing(provider: str, missing: ImportError) -> KnownError:
    """LangChain knows which package a provider is in: its message ends with `pip install …`."""
    _, _, line = str(missing).partition("`pip install ")
    install = f"pip install {line.rstrip('`. ') or f'langchain-{provider}'}"
    return KnownError(
        en=f"Chat models of {provider} need a package that is not installed: {install}",
        fr=f"Les modèles de {provider} demandent un paquet qui n’est pas installé : {install}",
    )


def _not_set_up(name: str, provider: str, refused: Exception) -> KnownError:
    if isinstance(refused, ValueError) and "Unsupported provider" in str(refused):
        return KnownError(
            en=f"“{provider}” is not a provider that LangChain knows; for instance {EXAMPLE}",
            fr=f"« {provider} » n’est pas un fournisseur connu de LangChain ; "
            f"par exemple {EXAMPLE}",
        )
    kind = type(refused).__name__
    return KnownError(
        en=f"The chat model {name} cannot be set up ({kind}): check the provider's API key and "
        "the model's name",
        fr=f"Le modèle {name} ne peut pas être initialisé ({kind}) : vérifiez la clé d’API du "
        "fournisseur et le nom du modèle",
    )
