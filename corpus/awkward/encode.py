"""The byte-level tricks of the awkward inputs: gzip and zstd frames, damaged streams, one huge line.

Input: text or bytes. Output: bytes. Nothing depends on the clock or the platform.
"""

import struct
import zlib


def gzip_member(data, stored=False):
    """One gzip member without time stamp or name; `stored` avoids the compressor, so that every cut is reproducible."""
    body = _stored_deflate(data) if stored else _deflate(data)
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + body + struct.pack("<II", zlib.crc32(data), len(data))


def _deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _stored_deflate(data):
    assert len(data) < 1 << 16
    return b"\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data


def gunzip(data):
    """What the members of a gzip file hold, as far as it can be read."""
    out = b""
    while data:
        member = zlib.decompressobj(31)
        try:
            out += member.decompress(data)
        except zlib.error:
            return out
        data = member.unused_data
    return out


def zstd_frame(data):
    """A valid zstd frame of one raw block, with its size stated (RFC 8878, sections 3.1.1.1 and 3.1.1.2)."""
    assert 256 <= len(data) < 1 << 16
    block = (len(data) << 3 | 1).to_bytes(3, "little")
    return b"\x28\xb5\x2f\xfd\x60" + struct.pack("<H", len(data) - 256) + block + data


def mixed(text, odd):
    """UTF-8, but the characters in `odd` as single Windows-1252 bytes."""
    return b"".join(c.encode("cp1252" if c in odd else "utf-8") for c in text)


def big_line(path, size, sentence):
    """Writes `sentence` once, then filler up to `size` bytes, all on one line."""
    filler = b"The committee read the minutes and had nothing to add. "
    with open(path, "wb") as out:
        out.write(sentence.encode() + b" ")
        left = size - len(sentence.encode()) - 1
        while left > 0:
            out.write((filler * 20000)[:left])
            left -= len(filler) * 20000
