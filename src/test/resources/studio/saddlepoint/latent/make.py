"""Makes the files beside it: latent codes as NumPy and the projector tools of StyleGAN write them, for 8 layers of 4 numbers, z of 6."""
import numpy as np

random = np.random.RandomState(1)
w = (np.arange(2 * 8 * 4).reshape(2, 8, 4) / 8 - 3).astype("f4")
np.savez("projected_w.npz", w=w[:1])
np.savez_compressed("layers.npz", ws=w)
np.savez("flat.npz", w=w[:, 0].astype("f8"))
np.savez("broadcast.npz", w=w[:, :1])
np.savez("z.npz", z=(np.arange(18).reshape(3, 6) / 4).astype(">f8"), seeds=np.arange(3))
np.savez("named.npz", z=np.ones((2, 6), "f4"), w=w, names=np.array("One\nTwo\nGrüße\nFour"))
np.savez_compressed("other-generator.npz", w=np.zeros((1, 18, 512), "f4"))
np.savez("nan.npz", z=np.array([[1, 2, 3, 4, 5, np.nan]]))
np.savez("overflow.npz", ws=np.full((1, 8, 4), 1e300))
np.savez("pictures.npz", arr_0=np.zeros((1, 2, 2, 3), "u1"))
np.savez("objects.npz", w=np.array([None]))
