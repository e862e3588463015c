"""Settings from the environment, read once at the edge and handed down as plain arguments."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting of cxlit; each is an environment variable CXLIT_NAME."""

    model_config = SettingsConfigDict(env_prefix="CXLIT_", frozen=True, env_ignore_empty=True)

    home: Path = Field(default_factory=lambda: user_data_path("cxlit", appauthor=False))
    cache: Path | None = None  # unpacked models and vectors; default: HOME/cache
    model: str = "embedded"  # or any sentence-transformers name or folder
    llm: str = ""  # provider:model of a chat model; empty: the embedded answerer
    question_llm: str = ""  # likewise; writes the questions that new articles answer
    llm_timeout: float = Field(default=60.0, gt=0, le=3600)  # seconds
    starter: bool = True  # a new library begins with the starter library
    history: bool = True  # questions and answers are kept in library.db, and nowhere else
    allow_private: bool = False  # URLs of private and loopback addresses may be read
    auth: str = ""  # was once user:password of the page; see `commands.serving`

    @property
    def library_file(self) -> Path:
        return self.home / "library.db"

    @property
    def cache_folder(self) -> Path:
        return self.cache or self.home / "cache"
