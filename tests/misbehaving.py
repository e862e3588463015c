"""A web server on this machine that misbehaves in every way."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from corpus.loading import MOST_BYTES

PAGE = "<html><body><p>Été à Nîmes</p></body></html>"


class Misbehaving(BaseHTTPRequestHandler):
    stopped = threading.Event()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        """Call the method that is named after the path."""
        name = self.path.strip("/").replace("-", "_")
        getattr(self, f"_{name}", self._missing)()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        """Stay silent."""

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._send(200, PAGE.encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")

    def _host(self) -> None:
        self._send(200, self.headers["Host"].encode(), Content_Type="text/plain")

    def _missing(self) -> None:
        self._send(404)

    def _forbidden(self) -> None:
        self._send(403)

    def _failing(self) -> None:
        self._send(503)

    def _picture(self) -> None:
        self._send(200, b"x", Content_Type="image/png")

    def _once(self) -> None:
        self._send(302, Location="/page")

    def _forever(self) -> None:
        self._send(302, Location="/forever")

    def _to_file(self) -> None:
        self._send(302, Location="file:///etc/passwd")

    def _to_metadata(self) -> None:
        self._send(302, Location="http://169.254.169.254/latest/")

    def _large(self) -> None:
        self._send(200, Content_Type="text/plain", Content_Length=str(MOST_BYTES + 1))

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"mot " * 262_144)
        except OSError:
            return  # the client hung up, as it should

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"a")
        self.wfile.flush()
        self.stopped.wait(20)

    def _broken(self) -> None:
        self._send(200, b"half", Content_Type="text/plain", Content_Length="100")

    def _text(self, encoding: str, charset: str) -> None:
        self._send(200, "L’été à Nîmes".encode(encoding), Content_Type=f"text/html; {charset}")

    def _latin_1_in_name_only(self) -> None:
        self._text("cp1252", "charset=ISO-8859-1")

    def _utf_8_called_latin_1(self) -> None:
        self._text("utf-8", "charset=ISO-8859-1")

    def _latin_1_called_utf_8(self) -> None:
        self._text("cp1252", "charset=utf-8")

    def _unknown_charset(self) -> None:
        self._text("utf-8", "charset=martian")


@contextmanager
def serving(kind: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on this machine; its address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    stopped = threading.Event()
    if issubclass(kind, Misbehaving):
        kind.stopped = stopped
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
