"""A visitor without a browser: the same messages, one after another, as fast as one likes."""

import re
from collections.abc import Mapping
from http.client import HTTPConnection
from secrets import token_urlsafe
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

LINK = re.compile(r'href="(/download/[^"]+)"')


class Visitor:
    """One open page of one visitor."""

    def __init__(self, address: str, secret: str = "") -> None:
        self.host = urlsplit(address).netloc
        self.secret = secret or token_urlsafe(32)
        self.token = self._xsrf()
        self.cookies = {"Cookie": f"visitor={self.secret}; _streamlit_xsrf={self.token}"}
        self.session = self.uploader = ""
        self.links: list[str] = []

    def __enter__(self) -> Self:
        self.page = connect(
            f"ws://{self.host}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers=self.cookies,
            max_size=None,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.page.close()

    def ask(self, page: str = "", widgets: Mapping[str, bytes] | None = None) -> None:
        """Ask for a page; its widgets stand as these say, each as Streamlit writes its state."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        for state in (widgets or {}).values():
            asked.rerun_script.widget_states.widgets.add().ParseFromString(state)
        self.page.send(asked.SerializeToString())

    def run(self, page: str = "", widgets: Mapping[str, bytes] | None = None) -> None:
        """Ask for a page and wait until it is there."""
        self.links = []
        self.ask(page, widgets)
        while not self._is_done(ForwardMsg.FromString(bytes(self.page.recv()))):  # type: ignore[arg-type]
            pass

    def upload(self, data: bytes, name: str, number: int) -> int:
        """Send a file for the uploader of the page; gives the status."""
        head = f'--x\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'
        body = head.encode() + data + b"\r\n--x--\r\n"
        more = {"X-Xsrftoken": self.token, "Content-Type": "multipart/form-data; boundary=x"}
        address = f"/_stcore/upload_file/{self.session}/{number}"
        return self._request("PUT", address, body, self.cookies | more)[0]

    def fetch(self, address: str) -> tuple[int, bytes]:
        """Get something; gives the status and the body."""
        return self._request("GET", address, None, self.cookies)

    def _request(
        self, method: str, address: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, bytes]:
        connection = HTTPConnection(self.host, timeout=120)
        try:
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def _xsrf(self) -> str:
        connection = HTTPConnection(self.host, timeout=120)
        connection.request("GET", "/_stcore/health")
        cookie = connection.getresponse().headers["set-cookie"]
        connection.close()
        return cookie.partition("=")[2].partition(";")[0]

    def _is_done(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
        element = message.delta.new_element
        if element.HasField("file_uploader"):
            self.uploader = element.file_uploader.id
        self.links += LINK.findall(element.html.body)
        return kind == "script_finished" and message.script_finished == 0  # not for another run


__all__ = ["ConnectionClosed", "Visitor"]
