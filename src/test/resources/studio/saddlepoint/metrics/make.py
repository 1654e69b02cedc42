"""Makes the files beside it: arrays as numpy writes them, and resized planes as Pillow makes them."""
import numpy as np
from PIL import Image

mu = np.array([0.5, -1.25, 3.0])
sigma = np.array([[2.0, 0.5, -0.25], [0.5, 1.0, 0.125], [-0.25, 0.125, 4.0]])
np.savez("float64.npz", mu=mu, sigma=sigma)
np.savez_compressed("float32-columns-first.npz", mu=mu.astype("f4"), sigma=np.asfortranarray(sigma.astype("f4")))
np.savez("big-endian.npz", mu=mu.astype(">f8"), sigma=sigma.astype(">f4"), other=np.arange(6).reshape(2, 3))
np.savez("kinds.npz", a=np.asfortranarray(np.arange(24, dtype="i8").reshape(2, 3, 4)), b=np.arange(3, dtype="u1"),
         c=np.array("Inception-v3, grüß"), d=np.array(7, dtype="i4"), e=np.array([None, 1], dtype=object),
         f=np.array([1 + 2j]), g=np.arange(4, dtype="f4"))

random = np.random.RandomState(1)
planes = {}
for name, (w, h), (tw, th) in [("smaller", (23, 17), (9, 5)), ("larger", (6, 5), (13, 16)), ("mixed", (9, 20), (14, 7)),
                               ("same", (8, 8), (8, 8)), ("tall", (5, 40), (5, 3))]:
    source = random.randint(0, 2, (h, w)).astype("u1") * 255 if name == "larger" else random.randint(0, 256, (h, w)).astype("u1")
    planes[name] = source
    planes[name + "_to"] = np.asarray(
        Image.fromarray(source.astype(np.float32), mode="F").resize((tw, th), resample=Image.BICUBIC)).clip(0, 255)
np.savez_compressed("pillow-bicubic.npz", **planes)
