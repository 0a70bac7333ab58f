"""Writes the structure tree into the file, as words: that is many times as fast as objects."""

from collections.abc import Iterator
from itertools import count

from smi_core.pdf.syntax import Raw
from smi_core.pdf.tags import Annotation, Mark, Node, TaggedCanvas

MEANT_TO_BE_EMPTY = ("TD", "TH")


def write_tree(canvas: TaggedCanvas, document: Node) -> None:
    """Add the tree, and what leads from the pages to it; the last page has been drawn."""
    _prune(document)
    file = canvas._doc
    nodes = [*_all(document)]
    numbers = dict(zip(map(id, nodes), count(file.objectcounter + 1), strict=False))
    tree = file.objectcounter + len(nodes) + 1
    pages = [canvas.number_of(f"Page{page + 1}") for page in range(canvas.getPageNumber() - 1)]
    parents = {id(kid): node for node in nodes for kid in node.kids if isinstance(kid, Node)}
    for node in nodes:
        parent = numbers[id(parents[id(node)])] if id(node) in parents else tree
        kids = _kids(node, numbers, pages, canvas)
        words = f"<</Type/StructElem/S/{node.tag}/P {parent} 0 R{node.entries}{kids}>>"
        file.Reference(Raw(words))
    root = f"/K {numbers[id(document)]} 0 R/ParentTree {tree + 1} 0 R"
    after = len(pages) + len(canvas.annotations)
    words = f"<</Type/StructTreeRoot{root}/ParentTreeNextKey {after}>>"
    file.Catalog.StructTreeRoot = Raw(words)
    file.Reference(file.Catalog.StructTreeRoot)
    file.Reference(Raw(_parent_tree(canvas, numbers, len(pages))))
    file.Catalog.MarkInfo = Raw("<</Marked true>>")


def _prune(node: Node) -> bool:
    """Leave out elements of which nothing was drawn; True if the node itself has something."""
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or _prune(kid)]
    return bool(node.kids) or node.tag in MEANT_TO_BE_EMPTY


def _all(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _all(kid)


def _kids(node: Node, numbers: dict[int, int], pages: list[int], canvas: TaggedCanvas) -> str:
    own = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
    page = "" if own is None else f"/Pg {pages[own]} 0 R"
    words = " ".join(_kid(kid, own, numbers, pages, canvas) for kid in node.kids)
    return f"{page}/K[{words}]" if words else ""


def _kid(
    kid: Node | Mark | Annotation,
    own: int | None,
    numbers: dict[int, int],
    pages: list[int],
    canvas: TaggedCanvas,
) -> str:
    match kid:
        case Node():
            return f"{numbers[id(kid)]} 0 R"
        case Mark(page=page, number=number) if page == own:
            return str(number)
        case Mark(page=page, number=number):
            return f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
        case Annotation():
            number = canvas.number_of(kid.raw.__InternalName__)
            return f"<</Type/OBJR/Obj {number} 0 R/Pg {pages[kid.page]} 0 R>>"


def _parent_tree(canvas: TaggedCanvas, numbers: dict[int, int], pages: int) -> str:
    """From a piece of a page, and from an annotation, to its element."""
    lists = [
        f"{page} [{' '.join(f'{numbers[id(node)]} 0 R' for node in nodes)}]"
        for page, nodes in enumerate(canvas.pages)
    ]
    single = [
        f"{pages + index} {numbers[id(one.node)]} 0 R"
        for index, one in enumerate(canvas.annotations)
    ]
    return f"<</Nums[{' '.join([*lists, *single])}]>>"
