"""Very long runs of one byte, packed small without ever being there in full."""

import zlib

BLOCK = 1 << 20
GIB = 1 << 30


def deflated_run(byte: int, size: int) -> bytes:
    """`size` times the same byte, a whole number of mebibytes, as zlib packs it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes([byte]) * BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (_second(byte, size) << 16) | (1 + size * byte) % 65521
    return b"\x78\xda" + block * (size // BLOCK) + b"\x03\x00" + checksum.to_bytes(4, "big")


def _second(byte: int, size: int) -> int:
    """The second half of the checksum Adler-32."""
    return (size + byte * size * (size + 1) // 2) % 65521


def lzw_run(cycles: int) -> bytes:
    """Zeros as LZW packs them: seven million in each cycle, in which every code is one longer."""
    bits = "".join(_cycle() for _ in range(8))  # eight cycles fill whole bytes
    packed = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return packed * (cycles // 8) + (257 << 7).to_bytes(2, "big")


def _cycle() -> str:
    """Each code adds one to the table, until it is full and the last code clears it."""
    codes = [0, *range(258, 4094), 256]
    return "".join(f"{code:0{_width(number)}b}" for number, code in enumerate(codes))


def _width(number: int) -> int:
    """How many bits a code takes when so many went before it since the table was cleared."""
    known = 257 + number
    return next(width for width in (9, 10, 11, 12) if known < (1 << width) - 1 or width == 12)
