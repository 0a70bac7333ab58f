"""The line between a browser and the website, which a test may cut, hold, or lead elsewhere."""

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

CHUNK = 65_536


class Line:
    """An address that passes everything on to a server."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._is_down = False
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._server = self._do(asyncio.start_server(self._pass_on, "127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def cut(self) -> None:
        """Every connection breaks; new ones are taken."""
        self._do(self._cut())

    def hold(self) -> None:
        """Every connection breaks, and there are no new ones."""
        self._is_down = True
        self.cut()

    def mend(self) -> None:
        """New connections are taken again."""
        self._is_down = False

    def lead_to(self, port: int) -> None:
        """From now on another server answers."""
        self._target = port
        self.cut()
        self.mend()

    def close(self) -> None:
        """Stop listening."""
        self.hold()
        self._loop.call_soon_threadsafe(self._server.close)

    def _do(self, what: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(timeout=10)

    async def _cut(self) -> None:
        for writer in list(self._open):
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_down:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, back}
        await asyncio.gather(_pump(reader, back), _pump(there, writer))
        self._open -= {writer, back}


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(CHUNK):
            sink.write(data)
            await sink.drain()
    with suppress(OSError):
        sink.close()
