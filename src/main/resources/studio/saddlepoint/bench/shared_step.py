# What the training steps in one call share, in serialised TorchScript: the DCGAN's generator for 32x32 pictures, gradients
# and Adam. OneCallStep adds the methods of one step below; memory_format=0 becomes 2 for channels-last.
class Ops(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def norm(self: __torch__.Ops, x: Tensor, w: List[Tensor], b: List[Tensor], i: int, j: int) -> Tensor:
    gamma = w[i]
    beta = w[torch.add(i, 1)]
    mean = b[j]
    variance = b[torch.add(j, 1)]
    return torch.batch_norm(x, gamma, beta, mean, variance, True, 0.10000000000000001, 1.0000000000000001e-05, True)
  def logits(self: __torch__.Ops, z: Tensor, w: List[Tensor], b: List[Tensor]) -> Tensor:
    z0 = torch.unsqueeze(torch.unsqueeze(z, 2), 3)
    x0 = torch.conv_transpose2d(z0, w[0], None, [1, 1], [0, 0], [0, 0], 1, [1, 1])
    x1 = torch.relu((self).norm(torch.contiguous(x0, memory_format=0), w, b, 1, 0, ))
    x2 = torch.conv_transpose2d(x1, w[3], None, [2, 2], [1, 1], [0, 0], 1, [1, 1])
    x3 = torch.relu((self).norm(x2, w, b, 4, 2, ))
    x4 = torch.conv_transpose2d(x3, w[6], None, [2, 2], [1, 1], [0, 0], 1, [1, 1])
    x5 = torch.relu((self).norm(x4, w, b, 7, 4, ))
    return torch.conv_transpose2d(x5, w[9], w[10], [2, 2], [1, 1], [0, 0], 1, [1, 1])
  def gradients(self: __torch__.Ops, loss: Tensor, w: List[Tensor]) -> List[Tensor]:
    found = torch.grad([loss], w, None, None, False, True)
    out = annotate(List[Tensor], [])
    for i in range(torch.len(w)):
      g = found[i]
      if torch.__isnot__(g, None):
        _0 = torch.append(out, unchecked_cast(Tensor, g))
      else:
        _1 = torch.append(out, torch.zeros_like(w[i]))
    return out
  def adam(self: __torch__.Ops, w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], a: Tensor) -> int:
    lr = float(torch.select(a, 0, 0))
    beta1 = float(torch.select(a, 0, 1))
    beta2 = float(torch.select(a, 0, 2))
    eps = float(torch.select(a, 0, 3))
    c1 = float(torch.select(a, 0, 4))
    c2 = float(torch.select(a, 0, 5))
    rest1 = torch.sub(1., beta1)
    rest2 = torch.sub(1., beta2)
    size = torch.div(torch.neg(lr), c1)
    for i in range(torch.len(w)):
      _0 = torch.add_(torch.mul_(m[i], beta1), g[i], alpha=rest1)
      _1 = torch.addcmul_(torch.mul_(v[i], beta2), g[i], g[i], value=rest2)
      d = torch.add_(torch.sqrt_(torch.div(v[i], c2)), eps)
      _2 = torch.addcdiv_(torch.detach(w[i]), m[i], d, value=size)
    return torch.len(w)
