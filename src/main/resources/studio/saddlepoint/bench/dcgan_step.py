# One training step of the DCGAN for 32x32 pictures in one call, in serialised TorchScript: the floor that the benchmark
# holds the program's own step against. OneCallStep passes the arrays; memory_format=0 becomes 2 for channels-last.
# With a penalty (1 WGAN-GP, 2 DRAGAN, 3 R1) the discriminator has no batch norm; WGAN-GP has the Wasserstein loss.
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
  def generate(self: __torch__.Ops, z: Tensor, w: List[Tensor], b: List[Tensor]) -> Tensor:
    z0 = torch.unsqueeze(torch.unsqueeze(z, 2), 3)
    x0 = torch.conv_transpose2d(z0, w[0], None, [1, 1], [0, 0], [0, 0], 1, [1, 1])
    x1 = torch.relu((self).norm(torch.contiguous(x0, memory_format=0), w, b, 1, 0, ))
    x2 = torch.conv_transpose2d(x1, w[3], None, [2, 2], [1, 1], [0, 0], 1, [1, 1])
    x3 = torch.relu((self).norm(x2, w, b, 4, 2, ))
    x4 = torch.conv_transpose2d(x3, w[6], None, [2, 2], [1, 1], [0, 0], 1, [1, 1])
    x5 = torch.relu((self).norm(x4, w, b, 7, 4, ))
    x6 = torch.conv_transpose2d(x5, w[9], w[10], [2, 2], [1, 1], [0, 0], 1, [1, 1])
    return torch.tanh(x6)
  def normed(self: __torch__.Ops, x: Tensor, w: List[Tensor], b: List[Tensor]) -> Tensor:
    x0 = torch.conv2d(torch.contiguous(x, memory_format=0), w[0], w[1], [2, 2], [1, 1], [1, 1], 1)
    x1 = torch.leaky_relu(x0, 0.20000000000000001)
    x2 = torch.conv2d(x1, w[2], None, [2, 2], [1, 1], [1, 1], 1)
    x3 = torch.leaky_relu((self).norm(x2, w, b, 3, 0, ), 0.20000000000000001)
    x4 = torch.conv2d(x3, w[5], None, [2, 2], [1, 1], [1, 1], 1)
    x5 = torch.leaky_relu((self).norm(x4, w, b, 6, 2, ), 0.20000000000000001)
    x6 = torch.conv2d(x5, w[8], w[9], [1, 1], [0, 0], [1, 1], 1)
    return torch.reshape(x6, [-1])
  def plain(self: __torch__.Ops, x: Tensor, w: List[Tensor]) -> Tensor:
    x0 = torch.conv2d(torch.contiguous(x, memory_format=0), w[0], w[1], [2, 2], [1, 1], [1, 1], 1)
    x1 = torch.leaky_relu(x0, 0.20000000000000001)
    x2 = torch.conv2d(x1, w[2], w[3], [2, 2], [1, 1], [1, 1], 1)
    x3 = torch.leaky_relu(x2, 0.20000000000000001)
    x4 = torch.conv2d(x3, w[4], w[5], [2, 2], [1, 1], [1, 1], 1)
    x5 = torch.leaky_relu(x4, 0.20000000000000001)
    x6 = torch.conv2d(x5, w[6], w[7], [1, 1], [0, 0], [1, 1], 1)
    return torch.reshape(x6, [-1])
  def judge(self: __torch__.Ops, x: Tensor, w: List[Tensor], b: List[Tensor]) -> Tensor:
    if torch.eq(torch.len(w), 8):
      logits = (self).plain(x, w, )
    else:
      logits = (self).normed(x, w, b, )
    return logits
  def penalty(self: __torch__.Ops, real: Tensor, fake: Tensor, noise: List[Tensor], kind: int, w: List[Tensor], b: List[Tensor]) -> Tensor:
    at = real
    if torch.eq(kind, 1):
      at = torch.add(fake, torch.mul(torch.sub(real, fake), noise[0]))
    if torch.eq(kind, 2):
      deviation = torch.sqrt(torch.mean(torch.square(torch.sub(real, torch.mean(real)))))
      at = torch.add(real, torch.mul(torch.mul(torch.mul(noise[0], noise[1]), deviation), 0.5))
    points = torch.requires_grad_(torch.detach(at), True)
    total = torch.sum((self).judge(points, w, b, ))
    found = torch.grad([total], [points], None, True, True, False)
    g = unchecked_cast(Tensor, found[0])
    squares = torch.sum(torch.square(torch.flatten(g, 1, -1)), [1])
    if torch.eq(kind, 3):
      value = torch.mul(torch.mean(squares), 5.)
    else:
      value = torch.mul(torch.mean(torch.square(torch.sub(torch.sqrt(torch.add(squares, 9.9999999999999998e-13)), 1))), 10.)
    return value
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
  def step(self: __torch__.Ops, real: Tensor, z1: Tensor, z2: Tensor, a: Tensor, noise: List[Tensor], gw: List[Tensor], gb: List[Tensor], gm: List[Tensor], gv: List[Tensor], dw: List[Tensor], db: List[Tensor], dm: List[Tensor], dv: List[Tensor]) -> List[Tensor]:
    still = annotate(List[Tensor], [])
    for i in range(torch.len(gw)):
      _0 = torch.append(still, torch.detach(gw[i]))
    fake = (self).generate(z1, still, gb, )
    forReal = (self).judge(real, dw, db, )
    forFake = (self).judge(fake, dw, db, )
    kind = int(torch.select(a, 0, 6))
    if torch.eq(kind, 1):
      dloss0 = torch.sub(torch.mean(forFake), torch.mean(forReal))
    else:
      dloss0 = torch.neg(torch.add(torch.mean(torch.log_sigmoid(forReal)), torch.mean(torch.log_sigmoid(torch.neg(forFake)))))
    dloss = dloss0
    if torch.gt(kind, 0):
      dloss = torch.add(dloss0, (self).penalty(real, fake, noise, kind, dw, db, ))
    dn = (self).adam(dw, (self).gradients(dloss, dw, ), dm, dv, a, )
    forMove = (self).judge((self).generate(z2, gw, gb, ), dw, db, )
    if torch.eq(kind, 1):
      gloss = torch.neg(torch.mean(forMove))
    else:
      gloss = torch.neg(torch.mean(torch.log_sigmoid(forMove)))
    gn = (self).adam(gw, (self).gradients(gloss, gw, ), gm, gv, a, )
    return [torch.detach(dloss), torch.detach(gloss), torch.tensor(torch.add(dn, gn))]
