"""The addresses that are ours and not a page: a sign of life, downloads, and our files."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.runtime import get_instance

from smi_core.locked import LockRefused
from web import activity, leaving, own_files, visitor
from web.downloads import DOWNLOADS, Lapsed
from web.plain_page import plain_page
from web.visitor import secret_of


async def healthz(request: Request) -> Response:
    """Tells a load balancer, or a test, whether visitors can come."""
    ready, _ = await get_instance().is_ready_for_browser_connection
    status = "ok" if ready else "starting"
    return JSONResponse({"status": status}, status_code=200 if ready else 503)


def download(request: Request) -> Response:
    """One offered file. A plain function, so that making the bytes does not hold up others."""
    offer = DOWNLOADS.take(secret_of(request.cookies), request.path_params["token"])
    if offer is None:
        return plain_page(request, "download_gone", 404)
    disposition = f"attachment; filename*=UTF-8''{quote(offer.name)}"
    headers = {"content-disposition": disposition}
    try:
        return Response(offer.make(), media_type=offer.media_type, headers=headers)
    except Lapsed:
        return plain_page(request, "download_gone", 404)
    except LockRefused:  # others are making keys just now
        answer = plain_page(request, "busy", 503)
        answer.headers["retry-after"] = "30"
        return answer


async def alive(request: Request) -> Response:
    """Somebody is typing, or touches the page."""
    if leaving.is_from_here(request):
        activity.touch(request)
    return Response(status_code=204)


async def share(request: Request) -> Response:
    """This is a computer of more people; DELETE says that it is not."""
    response = Response(status_code=204)
    if leaving.is_from_here(request):
        visitor.set_shared(request, response, shared=request.method == "POST")
    return response


ROUTES: tuple[BaseRoute, ...] = (
    Route("/healthz", healthz),
    Route("/download/{token}", download, methods=["GET"]),
    Route("/leave", leaving.leave, methods=["POST"]),
    Route("/alive", alive, methods=["POST"]),
    Route("/shared", share, methods=["POST", "DELETE"]),
    *own_files.ROUTES,
)
