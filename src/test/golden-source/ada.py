"""Golden vectors of ADA's augmentations (Karras et al. 2020, appendix B), in PyTorch and float64.

Run it with the folder of the golden vectors: python3 ada.py ../resources/golden. It writes the cases
of the operations below and puts them at the end of index.json, in place of those that are there.

geometric_matrix  one picture each: the forward transforms are multiplied in their order and the
                  product is inverted. Middle of the picture at 0, x to the right, y down.
ada_geometric     libtorch's grid sampler: bilinear, reflection at the middles of the outermost pixels.
                  penalty = sum over n of |d/dx_n sum(weight y^3 / 3)|^2, and its gradient by weight: the
                  sampler is linear, so its matrix is found picture by picture from unit pictures.
ada_colour_matrix the product of 4x4 matrices; the rotation around the grey axis by the matrix exponential.
ada_filter        the bands of the wavelet sym2 by its own taps, as products of z transforms; the picture
                  is padded by reflection and convolved along one axis, then along the other.
"""

import json
import math
import pathlib
import sys

import numpy as np
import torch

FOLDER = pathlib.Path(sys.argv[1])
RANDOM = np.random.default_rng(20200607)
CASES = []


def single(array):
    """Rounded to float32, as inputs are stored."""
    return torch.from_numpy(np.asarray(array, dtype=np.float32).astype(np.float64))


def normal(*shape):
    return single(RANDOM.standard_normal(shape))


def case(op, name, inputs, outputs, rtol, atol):
    arrays = {}
    for key, value in {**inputs, **outputs}.items():
        value = value.detach().numpy() if isinstance(value, torch.Tensor) else np.asarray(value)
        whole = np.issubdtype(value.dtype, np.integer)
        arrays[key] = np.ascontiguousarray(value.astype(np.int64 if whole else np.float32))
    identity = f"{op}__{name}"
    np.savez(FOLDER / f"{identity}.npz", **arrays)
    CASES.append({"id": identity, "op": op, "args": {}, "inputs": list(inputs), "outputs": list(outputs),
                  "rtol": rtol, "atol": atol})


# Matrices of geometric transforms


def affine(a, b, c, d, e, f):
    return torch.tensor([[a, b, c], [d, e, f], [0, 0, 1]], dtype=torch.float64)


def turned(angle):
    return affine(math.cos(angle), -math.sin(angle), 0, math.sin(angle), math.cos(angle), 0)


def inverse(flip, turns, shift, scale, before, anisotropy, after, move):
    forward = [
        affine(-1 if flip else 1, 0, 0, 0, 1, 0),
        turned(turns * math.pi / 2),
        affine(1, 0, shift[0], 0, 1, shift[1]),
        affine(scale, 0, 0, 0, scale, 0),
        turned(before),
        affine(anisotropy, 0, 0, 0, 1 / anisotropy, 0),
        turned(after),
        affine(1, 0, move[0], 0, 1, move[1]),
    ]
    product = torch.eye(3, dtype=torch.float64)
    for each in forward:
        product = each @ product
    return torch.linalg.inv(product)[:2]


def geometric_matrix():
    n = 8
    flip = RANDOM.integers(0, 2, n)
    turns = np.arange(n) % 4
    shift = RANDOM.integers(-4, 5, (n, 2))
    scale, anisotropy = single(2 ** (0.2 * RANDOM.standard_normal((2, n))))
    before, after = single(RANDOM.uniform(-math.pi, math.pi, (2, n)))
    move = normal(n, 2) * 4
    made = torch.stack([
        inverse(flip[i], turns[i], shift[i].tolist(), scale[i].item(), before[i].item(),
                anisotropy[i].item(), after[i].item(), move[i].tolist())
        for i in range(n)])
    case("ada_geometric_matrix", "a",
         {"flip": flip, "quarter_turns": turns, "shift": shift, "scale": scale, "rotation_before": before,
          "anisotropy": anisotropy, "rotation_after": after, "move": move},
         {"inverse": made}, 1e-5, 1e-5)


# Sampling


def sampled(x, maps):
    n, _, height, width = x.shape
    rows, columns = torch.meshgrid(torch.arange(height, dtype=torch.float64),
                                   torch.arange(width, dtype=torch.float64), indexing="ij")
    middle = torch.tensor([(width - 1) / 2, (height - 1) / 2], dtype=torch.float64)
    places = torch.stack([columns - middle[0], rows - middle[1], torch.ones_like(rows)], -1)
    at = torch.einsum("nij,hwj->nhwi", maps, places)  # measured from the middle of x
    grid = at / middle  # -1 and 1 are the middles of the outermost pixels
    return torch.nn.functional.grid_sample(x, grid, mode="bilinear", padding_mode="reflection",
                                           align_corners=True)


def geometric(name, shape, maps):
    n, channels, height, width = shape
    maps = single(maps)
    x = normal(*shape).requires_grad_(True)
    weight = normal(*shape).requires_grad_(True)
    grad_y = normal(*shape)
    y = sampled(x, maps)
    grad_x, = torch.autograd.grad((y * grad_y).sum(), x)
    units = torch.eye(height * width, dtype=torch.float64).reshape(1, -1, height, width)
    matrix = torch.cat([sampled(units, maps[i:i + 1]).flatten(2) for i in range(n)])  # (N, in, out)
    flat = torch.einsum("nci,nio->nco", x.detach().flatten(2), matrix)
    assert torch.allclose(flat, y.detach().flatten(2), atol=1e-12)
    gradient = torch.einsum("nco,nio->nci", weight.flatten(2) * flat ** 2, matrix)
    penalty = (gradient ** 2).sum()
    grad_weight, = torch.autograd.grad(penalty, weight)
    case("ada_geometric", name,
         {"x": x, "inverse": maps, "weight": weight, "grad_y": grad_y},
         {"y": y, "grad_x": grad_x, "penalty": penalty.reshape(1), "grad_weight": grad_weight},
         1e-4, 2e-5)


def geometric_cases():
    drawn = [
        inverse(RANDOM.integers(0, 2), RANDOM.integers(0, 4), RANDOM.integers(-1, 2, 2).tolist(),
                2 ** (0.2 * RANDOM.standard_normal()), RANDOM.uniform(-math.pi, math.pi),
                2 ** (0.2 * RANDOM.standard_normal()), RANDOM.uniform(-math.pi, math.pi),
                RANDOM.standard_normal(2).tolist())
        for _ in range(4)]
    far = [inverse(False, 0, [0, 0], 0.2, 0.5, 1.5, 0, [25, -40]), affine(1, 0, 0, 0, 1, 0)[:2]]
    geometric("rgb", (6, 3, 8, 8), torch.stack(drawn + far))
    geometric("grey", (4, 1, 6, 9), torch.stack(drawn))
    whole = [torch.round(inverse(flip, turns, shift, 1, 0, 1, 0, [0, 0]))
             for flip, turns, shift in [(True, 0, [0, 0]), (False, 1, [1, 0]), (True, 2, [0, -3]), (False, 3, [-9, 17])]]
    geometric("whole", (4, 3, 8, 8), torch.stack(whole))


# Colours


def colour_matrix():
    n = 6
    brightness = normal(n) * 0.2
    contrast = single(2 ** (0.5 * RANDOM.standard_normal(n)))
    luma_flip = np.arange(n) % 2
    hue = single(RANDOM.uniform(-math.pi, math.pi, n))
    saturation = single(2 ** RANDOM.standard_normal(n))
    axis = torch.full((3, 1), 1 / math.sqrt(3), dtype=torch.float64)
    onto = axis @ axis.T
    eye = torch.eye(3, dtype=torch.float64)
    v = axis.flatten().tolist()
    cross = torch.tensor([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]], dtype=torch.float64)
    made = []
    for i in range(n):
        linear = contrast[i] * eye
        if luma_flip[i]:
            linear = (eye - 2 * onto) @ linear
        linear = torch.matrix_exp(hue[i] * cross) @ linear
        linear = (onto + saturation[i] * (eye - onto)) @ linear
        matrix = torch.eye(4, dtype=torch.float64)
        matrix[:3, :3] = linear
        matrix[:3, 3] = linear @ torch.ones(3, dtype=torch.float64) * brightness[i]
        made.append(matrix)
    case("ada_colour_matrix", "a",
         {"brightness": brightness, "contrast": contrast, "luma_flip": luma_flip, "hue": hue,
          "saturation": saturation},
         {"matrix": torch.stack(made)}, 1e-5, 1e-6)


# Filtering

ROOT = math.sqrt(3)
SYM2 = np.array([1 - ROOT, 3 - ROOT, 3 + ROOT, 1 + ROOT]) / (4 * math.sqrt(2))


def bands():
    """Kernels of the four bands (4, 43): a band below is filtered low at every finer level."""
    signs = (-1.0) ** np.arange(4)
    low = np.convolve(SYM2, SYM2[::-1]) / 2
    high = np.convolve(SYM2 * signs, (SYM2 * signs)[::-1]) / 2
    kernels = []
    for band in range(4):
        kernel = np.ones(1)
        for level in range(3):
            kernel = np.kron(kernel, [1, 0])[:-1]
            if level + 1 < band:
                kernel = np.zeros(1)
            elif level + 1 == band:
                kernel = high
            else:
                kernel = np.convolve(kernel, low)
        kernels.append(np.pad(kernel, (43 - len(kernel)) // 2))
    return torch.from_numpy(np.stack(kernels))


def filter_case(name, shape):
    n, channels, height, width = shape
    gains = single(2 ** RANDOM.standard_normal((n, 4)))
    gains[-1] = 1
    kernel = gains @ bands()
    assert torch.allclose(kernel[-1], torch.eye(43, dtype=torch.float64)[21])
    x = normal(*shape).requires_grad_(True)
    grad_y = normal(*shape)
    taps = kernel.repeat_interleave(channels, 0).reshape(n * channels, 1, 1, -1)
    wide = torch.nn.functional.pad(x, (21, 21, 21, 21), mode="reflect").reshape(1, n * channels, height + 42, width + 42)
    across = torch.nn.functional.conv2d(wide, taps, groups=n * channels)
    y = torch.nn.functional.conv2d(across, taps.transpose(2, 3), groups=n * channels).reshape(shape)
    grad_x, = torch.autograd.grad((y * grad_y).sum(), x)
    case("ada_filter", name, {"x": x, "gains": gains, "grad_y": grad_y},
         {"kernel": kernel, "y": y, "grad_x": grad_x}, 1e-4, 2e-5)


geometric_matrix()
geometric_cases()
colour_matrix()
filter_case("rgb", (3, 3, 24, 24))
filter_case("grey", (2, 1, 22, 28))

PATH = FOLDER / "index.json"
INDEX = json.loads(PATH.read_text())
OPS = {each["op"] for each in CASES}
LINES = [json.dumps(each) for each in INDEX["cases"] if each["op"] not in OPS] + [json.dumps(each) for each in CASES]
HEAD = ",\n ".join(f'"{key}": {json.dumps(INDEX[key])}' for key in INDEX if key != "cases")
PATH.write_text("{" + HEAD + ',\n "cases": [\n  ' + ",\n  ".join(LINES) + "\n ]}\n")
