# One training step of the DCGAN for 32x32 pictures in one call: the floor that the benchmark holds the program's own step
# against. These methods go below those of shared_step.py; DcganOneCallStep passes the arrays.
# With a penalty (1 WGAN-GP, 2 DRAGAN, 3 R1) the discriminator has no batch norm; WGAN-GP has the Wasserstein loss.
  def generate(self: __torch__.Ops, z: Tensor, w: List[Tensor], b: List[Tensor]) -> Tensor:
    return torch.tanh((self).logits(z, w, b, ))
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
