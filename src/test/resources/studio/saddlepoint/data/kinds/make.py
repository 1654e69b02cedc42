"""Images of many kinds, and what Pillow's Image.open(file).convert("RGB") makes of them (NAME.rgb: rows of red, green, blue)."""

import struct
import subprocess
import zlib

import numpy as np
from PIL import Image, ImageCms

WIDTH, HEIGHT = 12, 10
random = np.random.default_rng(1)
coarse = Image.fromarray(random.integers(0, 256, (3, 4, 3), dtype=np.uint8))
image = coarse.resize((WIDTH, HEIGHT), Image.BICUBIC)
pixels = np.asarray(image)
clear = Image.fromarray(np.dstack([pixels, random.integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8)]))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(name, depth, colour, rows, extra=b""):
    """A PNG file by hand."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows))
    with open(name, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra)
        out.write(chunk(b"IDAT", data) + chunk(b"IEND", b""))


def bmp16(name, green):
    """A BMP file of 16 bits a pixel, 5 or 6 of them for green."""
    red, mid, blue = (pixels[:, :, c].astype("<u2") for c in range(3))
    rows = (red >> 3) << (5 + green) | (mid >> (8 - green)) << 5 | blue >> 3
    data = rows[::-1].astype("<u2").tobytes()
    masks = struct.pack("<III", 0xF800, 0x7E0, 0x1F) if green == 6 else b""
    start = 54 + len(masks)
    size = start + len(data)
    kind = 3 if masks else 0
    with open(name, "wb") as out:
        out.write(b"BM" + struct.pack("<IHHI", size, 0, 0, start))
        out.write(struct.pack("<IiiHHIIiiII", 40, WIDTH, HEIGHT, 1, 16, kind, len(data), 0, 0, 0, 0))
        out.write(masks + data)


def swapped():
    """A colour profile whose red and blue are swapped."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    places = {}
    for i in range(struct.unpack(">I", profile[128:132])[0]):
        tag = profile[132 + 12 * i : 144 + 12 * i]
        places[bytes(tag[:4])] = struct.unpack(">II", tag[4:])
    (red, length), (blue, _) = places[b"rXYZ"], places[b"bXYZ"]
    first = profile[red : red + length]
    profile[red : red + length] = profile[blue : blue + length]
    profile[blue : blue + length] = first
    return bytes(profile)


image.save("colour.jpg", quality=95)
image.save("profile.jpg", quality=90, icc_profile=swapped())
image.save("profile.png", icc_profile=swapped())
turned = Image.Exif()
turned[0x112] = 6
image.save("turned.jpg", exif=turned)
image.save("progressive.jpg", progressive=True)
image.convert("L").save("grey.jpg")
image.convert("L").save("grey.png")
image.convert("1").save("bits.png")
image.convert("LA").save("grey-clear.png")
image.quantize(8).save("palette.png", transparency=3)
clear.save("clear.png")
png("deep.png", 16, 2, random.integers(0, 65536, (HEIGHT, WIDTH, 3)).astype(">u2"))
png("grey4.png", 4, 0, random.integers(0, 256, (HEIGHT, WIDTH // 2), dtype=np.uint8))
png("key.png", 8, 2, pixels, chunk(b"tRNS", struct.pack(">HHH", *map(int, pixels[3, 4]))))
image.save("colour.bmp")
image.quantize(8).save("palette.bmp")
bmp16("bits555.bmp", 5)
bmp16("bits565.bmp", 6)
image.save("packed.tif", compression="tiff_lzw")
clear.save("clear.tif")
image.save("moving.png", save_all=True, append_images=[image.rotate(180)])

image.convert("CMYK").save("ink.tif")
image.convert("LAB").save("lab.tif")
Image.fromarray(random.random((HEIGHT, WIDTH)).astype(np.float32)).save("fractions.tif")


def tool(*words):
    subprocess.run([*map(str, words)], check=True)


def cwebp(source, name, *options):
    tool("cwebp", "-quiet", *options, source, "-o", name)


def pnm(name, kind, most, values):
    """A PNM file by hand, with a comment: kind 1 to 3 plain, 4 to 6 raw."""
    head = f"P{kind}\n# by hand\n{WIDTH} {HEIGHT}\n" + ("" if kind % 3 == 1 else f"{most}\n")
    if kind == 4:
        body = np.packbits(values, axis=1).tobytes()
    elif kind > 3:
        body = values.astype(">u2" if most > 255 else "u1").tobytes()
    else:
        body = "\n".join(" ".join(map(str, row.ravel())) for row in values).encode() + b"\n"
    with open(name, "wb") as out:
        out.write(head.encode() + body)


image.save("colour.tmp.png")
cwebp("colour.tmp.png", "lossy.webp", "-q", 75)
cwebp("colour.tmp.png", "lossless.webp", "-lossless")
cwebp("clear.png", "clear-lossy.webp", "-q", 60)
cwebp("clear.png", "clear-lossless.webp", "-lossless", "-exact")
image.save("profile.webp", lossless=True, icc_profile=swapped())
cwebp("clear.png", "part.tmp.webp", "-q", 60, "-crop", 2, 1, 7, 5)
cwebp("colour.tmp.png", "whole.tmp.webp", "-lossless")
tool("webpmux", "-frame", "part.tmp.webp", "+100+4+2+0+b", "-frame", "whole.tmp.webp", "+100", "-o", "placed.webp")
tool("convert", "colour.tmp.png", "-colors", 16, "still.gif")
tool("convert", "colour.tmp.png", "-colors", 16, "-interlace", "GIF", "interlaced.gif")
tool("convert", "-delay", 5, "still.gif", "(", "still.gif", "-flip", ")", "moving.gif")
tool("gif2webp", "-quiet", "moving.gif", "-o", "moving.webp")
tool("convert", "still.gif", "-crop", "7x5+3+2", "placed.gif")
tool("convert", "palette.png", "-crop", "7x5+3+2", "clear.gif")
pnm("raw.ppm", 6, 255, pixels)
pnm("plain.ppm", 3, 255, pixels)
pnm("odd.ppm", 6, 200, random.integers(0, 201, (HEIGHT, WIDTH, 3)))
pnm("deep.ppm", 6, 65535, random.integers(0, 65536, (HEIGHT, WIDTH, 3)))
pnm("raw.pgm", 5, 255, random.integers(0, 256, (HEIGHT, WIDTH)))
pnm("plain.pgm", 2, 15, random.integers(0, 16, (HEIGHT, WIDTH)))
pnm("raw.pbm", 4, 1, random.integers(0, 2, (HEIGHT, WIDTH)))
pnm("plain.pbm", 1, 1, random.integers(0, 2, (HEIGHT, WIDTH)))
READ = (
    "colour.jpg profile.jpg profile.png turned.jpg progressive.jpg grey.jpg grey.png bits.png grey-clear.png palette.png clear.png"
    " deep.png grey4.png key.png colour.bmp palette.bmp bits555.bmp bits565.bmp packed.tif clear.tif moving.png"
    " lossy.webp lossless.webp clear-lossy.webp clear-lossless.webp profile.webp placed.webp moving.webp"
    " still.gif interlaced.gif moving.gif placed.gif clear.gif"
    " raw.ppm plain.ppm odd.ppm deep.ppm raw.pgm plain.pgm raw.pbm plain.pbm"
)
for name in READ.split():
    with open(name + ".rgb", "wb") as out:
        out.write(np.asarray(Image.open(name).convert("RGB")).tobytes())
