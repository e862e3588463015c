"""Asks the served page as a browser does, over HTTP."""

import json
import secrets
from typing import Any

import httpx

PATIENCE_S = 120.0


class Visitor:
    """One browser tab on the page at `address`."""

    def __init__(self, address: str) -> None:
        self._http = httpx.Client(base_url=address, timeout=PATIENCE_S, trust_env=False)
        self._session = secrets.token_hex(6)
        config = self._http.get("config").raise_for_status().json()
        self._api = str(config["api_prefix"]).lstrip("/")
        self._event = _asking(config)
        properties = {component["id"]: component["props"] for component in config["components"]}
        self._inputs = [properties[id_] for id_ in self._event["inputs"]]

    def ask(self, question: str) -> str:
        """All that the page shows in answer, as HTML. Raises RuntimeError when it fails."""
        said = {"question": question, "language": "en"}
        # The rest is as the page begins: no filter is set. What a state holds, the server keeps.
        values = [said.get(each.get("elem_id"), each.get("value")) for each in self._inputs]
        joined = self._http.post(
            f"{self._api}/queue/join",
            json={
                "data": values,
                "fn_index": self._event["id"],
                "session_hash": self._session,
                "event_data": None,
                "trigger_id": self._event["targets"][0][0],
            },
        )
        joined.raise_for_status()
        shown = []
        with self._http.stream(
            "GET", f"{self._api}/queue/data", params={"session_hash": self._session}
        ) as lines:
            for line in lines.iter_lines():
                if not line.startswith("data:"):
                    continue
                message = json.loads(line.removeprefix("data:"))
                shown.append(json.dumps(message.get("output", {}), ensure_ascii=False))
                if message["msg"] == "process_completed":
                    if not message["success"]:
                        raise RuntimeError(f"the page failed: {message['output']}")
                    return "".join(shown)
        raise RuntimeError(f"the page gave no answer to {question!r}")

    def begin_anew(self) -> None:
        """The next question belongs to no conversation, as in a tab that was just opened."""
        self._session = secrets.token_hex(6)

    def close(self) -> None:
        self._http.close()


def _asking(config: dict[str, Any]) -> dict[str, Any]:
    """The page's event that is triggered when a question is submitted."""
    box = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "question")
    return next(d for d in config["dependencies"] if [box, "submit"] in d["targets"])
