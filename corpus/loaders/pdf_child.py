"""The child process that parses one PDF: reads it from standard input, writes JSON.

pypdf is pure Python and has a history of files that make it loop or fill the memory. Here
such a file hits the limits of this process, and of nothing else.
"""

import io
import json
import logging
import sys

CPU_SECONDS = 20
MEMORY_BYTES = 1536 * 1024 * 1024  # pypdf holds a document several times over

ENCRYPTED = "encrypted"
BROKEN = "broken"


def main() -> None:
    """Answer with {"pages": [text…], "title", "author"} or {"error": ENCRYPTED or BROKEN}."""
    _limit_resources()
    logging.disable(logging.CRITICAL)  # pypdf comments on every flaw that it works around
    answer = _parsed(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit_resources() -> None:
    if sys.platform == "win32":  # has no such limits; the parent's timeout remains
        return
    import resource

    wanted = ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY_BYTES))
    for limit, value in wanted:
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):
            continue  # macOS refuses a limit of address space; the other limits remain


def _parsed(data: bytes) -> dict[str, object]:
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"error": ENCRYPTED}
        properties = reader.metadata
        return {
            "pages": [page.extract_text() for page in reader.pages],
            "title": properties.title if properties else None,
            "author": properties.author if properties else None,
        }
    except FileNotDecryptedError:
        return {"error": ENCRYPTED}
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError,
            RecursionError, NotImplementedError, MemoryError, OSError):  # fmt: skip
        return {"error": BROKEN}  # what pypdf lets out for files that lie about themselves


if __name__ == "__main__":
    main()
