# The operators of libtorch that DJL does not hand on, in serialised TorchScript. Packed into an archive at start
# (OperatorArchive). Every method has one Java method in Ops or Autograd. Whole numbers travel as int64 tensors.
class Ops(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def grad(self: __torch__.Ops, y: Tensor, xs: List[Tensor]) -> List[Tensor]:
    found = torch.grad([y], xs, None, None, False, True)
    out = annotate(List[Tensor], [])
    for i in range(torch.len(xs)):
      g = found[i]
      if torch.__isnot__(g, None):
        _0 = torch.append(out, unchecked_cast(Tensor, g))
      else:
        _1 = torch.append(out, torch.zeros_like(xs[i]))
    return out
  def grad_retain(self: __torch__.Ops, y: Tensor, xs: List[Tensor]) -> List[Tensor]:
    found = torch.grad([y], xs, None, True, False, True)
    out = annotate(List[Tensor], [])
    for i in range(torch.len(xs)):
      g = found[i]
      if torch.__isnot__(g, None):
        _0 = torch.append(out, unchecked_cast(Tensor, g))
      else:
        _1 = torch.append(out, torch.zeros_like(xs[i]))
    return out
  def grad_keep_graph(self: __torch__.Ops, y: Tensor, xs: List[Tensor]) -> List[Tensor]:
    found = torch.grad([y], xs, None, True, True, True)
    out = annotate(List[Tensor], [])
    for i in range(torch.len(xs)):
      g = found[i]
      if torch.__isnot__(g, None):
        _0 = torch.append(out, unchecked_cast(Tensor, g))
      else:
        _1 = torch.append(out, torch.zeros_like(xs[i]))
    return out
  def conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, a: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    p = int(torch.select(a, 0, 1))
    return torch.conv2d(x, w, None, [s, s], [p, p], [1, 1], 1)
  def conv_transpose2d(self: __torch__.Ops, x: Tensor, w: Tensor, a: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    p = int(torch.select(a, 0, 1))
    q = int(torch.select(a, 0, 2))
    return torch.conv_transpose2d(x, w, None, [s, s], [p, p], [q, q], 1, [1, 1])
  def conv_transpose2d_biased(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, a: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    p = int(torch.select(a, 0, 1))
    q = int(torch.select(a, 0, 2))
    return torch.conv_transpose2d(x, w, b, [s, s], [p, p], [q, q], 1, [1, 1])
  def upsample_nearest(self: __torch__.Ops, x: Tensor, a: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    return torch.upsample_nearest2d(x, [torch.mul(torch.size(x, 2), s), torch.mul(torch.size(x, 3), s)], None, None)
  def upsample_bilinear(self: __torch__.Ops, x: Tensor, a: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    return torch.upsample_bilinear2d(x, [torch.mul(torch.size(x, 2), s), torch.mul(torch.size(x, 3), s)], False, None, None)
  def channels_last(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.contiguous(x, memory_format=2)
  def log_sigmoid(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.log_sigmoid(x)
  def leaky_relu(self: __torch__.Ops, x: Tensor, a: Tensor) -> Tensor:
    return torch.leaky_relu(x, float(a))
  def eigvalsh(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.linalg_eigvalsh(x)
  def eigh(self: __torch__.Ops, x: Tensor) -> Tuple[Tensor, Tensor]:
    values, vectors, = torch.linalg_eigh(x)
    return (values, vectors)
  def cholesky(self: __torch__.Ops, x: Tensor) -> Tuple[Tensor, Tensor]:
    factor, info, = torch.linalg_cholesky_ex(x, upper=False, check_errors=False)
    return (factor, info)
  def add_gram(self: __torch__.Ops, to: List[Tensor], x: Tensor) -> List[Tensor]:
    _0 = torch.addmm_(to[0], torch.t(x), x)
    return to
  def cross_entropy(self: __torch__.Ops, x: Tensor, labels: Tensor) -> Tensor:
    return torch.cross_entropy_loss(x, labels)
  def copy_into(self: __torch__.Ops, to: List[Tensor], source: List[Tensor]) -> List[Tensor]:
    for i in range(torch.len(to)):
      _0 = torch.copy_(to[i], source[i])
    return to
  def norm(self: __torch__.Ops, xs: List[Tensor]) -> Tensor:
    squares = annotate(List[Tensor], [])
    for i in range(torch.len(xs)):
      n = torch.norm(xs[i])
      _0 = torch.append(squares, torch.mul(n, n))
    return torch.sqrt(torch.sum(torch.stack(squares)))
  def adam(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], a: Tensor) -> List[Tensor]:
    lr = float(torch.select(a, 0, 0))
    beta1 = float(torch.select(a, 0, 1))
    beta2 = float(torch.select(a, 0, 2))
    eps = float(torch.select(a, 0, 3))
    c1 = float(torch.select(a, 0, 4))
    c2 = float(torch.select(a, 0, 5))
    rest1 = torch.sub(1., beta1)
    rest2 = torch.sub(1., beta2)
    size = torch.div(torch.neg(lr), c1)
    for i in range(torch.len(p)):
      _0 = torch.add_(torch.mul_(m[i], beta1), g[i], alpha=rest1)
      _1 = torch.addcmul_(torch.mul_(v[i], beta2), g[i], g[i], value=rest2)
      d = torch.add_(torch.sqrt_(torch.div(v[i], c2)), eps)
      _2 = torch.addcdiv_(p[i], m[i], d, value=size)
    return p
  def rmsprop(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], s: List[Tensor], a: Tensor) -> List[Tensor]:
    lr = float(torch.select(a, 0, 0))
    alpha = float(torch.select(a, 0, 1))
    eps = float(torch.select(a, 0, 2))
    rest = torch.sub(1., alpha)
    size = torch.neg(lr)
    for i in range(torch.len(p)):
      _0 = torch.addcmul_(torch.mul_(s[i], alpha), g[i], g[i], value=rest)
      d = torch.add_(torch.sqrt(s[i]), eps)
      _1 = torch.addcdiv_(p[i], g[i], d, value=size)
    return p
  def sgd(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], buffers: List[Tensor], a: Tensor) -> List[Tensor]:
    size = torch.neg(float(torch.select(a, 0, 0)))
    momentum = float(torch.select(a, 0, 1))
    for i in range(torch.len(p)):
      _0 = torch.add_(torch.mul_(buffers[i], momentum), g[i])
      _1 = torch.add_(p[i], buffers[i], alpha=size)
    return p
  def ema(self: __torch__.Ops, averages: List[Tensor], w: List[Tensor], a: Tensor) -> List[Tensor]:
    rest = torch.sub(1., float(a))
    for i in range(torch.len(averages)):
      _0 = torch.lerp_(averages[i], w[i], rest)
    return averages
  def clamp_all(self: __torch__.Ops, p: List[Tensor], a: Tensor) -> List[Tensor]:
    bound = float(a)
    low = torch.neg(bound)
    for i in range(torch.len(p)):
      _0 = torch.clamp_(p[i], low, bound)
    return p
