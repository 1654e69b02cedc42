# One training step of the variational autoencoder for 32x32 pictures in one call: the DCGAN's trunk with two linear layers
# as encoder, its generator as decoder, Bernoulli pixels. These methods go below those of shared_step.py; VaeOneCallStep
# passes the arrays.
  def trunk(self: __torch__.Ops, x: Tensor, w: List[Tensor], b: List[Tensor]) -> Tensor:
    x0 = torch.conv2d(torch.contiguous(x, memory_format=0), w[0], w[1], [2, 2], [1, 1], [1, 1], 1)
    x1 = torch.leaky_relu(x0, 0.20000000000000001)
    x2 = torch.conv2d(x1, w[2], None, [2, 2], [1, 1], [1, 1], 1)
    x3 = torch.leaky_relu((self).norm(x2, w, b, 3, 0, ), 0.20000000000000001)
    x4 = torch.conv2d(x3, w[5], None, [2, 2], [1, 1], [1, 1], 1)
    x5 = torch.leaky_relu((self).norm(x4, w, b, 6, 2, ), 0.20000000000000001)
    return torch.flatten(x5, 1, -1)
  def step(self: __torch__.Ops, x: Tensor, noise: Tensor, a: Tensor, gw: List[Tensor], gb: List[Tensor], gm: List[Tensor], gv: List[Tensor], ew: List[Tensor], eb: List[Tensor], em: List[Tensor], ev: List[Tensor]) -> List[Tensor]:
    n = torch.size(x, 0)
    features = (self).trunk(x, ew, eb, )
    mean = torch.linear(features, ew[8], ew[9])
    logvar = torch.linear(features, ew[10], ew[11])
    z = torch.add(mean, torch.mul(torch.exp(torch.mul(logvar, 0.5)), noise))
    logits = torch.mul((self).logits(z, gw, gb, ), 2.)
    unit = torch.mul(torch.add(x, 1.), 0.5)
    reconstruction = torch.div(torch.binary_cross_entropy_with_logits(logits, unit, None, None, 2), n)
    each = torch.sub(torch.sub(torch.add(torch.square(mean), torch.exp(logvar)), 1.), logvar)
    divergence = torch.div(torch.mul(torch.sum(each), 0.5), n)
    loss = torch.add(reconstruction, torch.mul(divergence, float(torch.select(a, 0, 6))))
    weights = torch.add(gw, ew)
    found = (self).gradients(loss, weights, )
    gn = (self).adam(gw, torch.slice(found, 0, torch.len(gw), 1), gm, gv, a, )
    en = (self).adam(ew, torch.slice(found, torch.len(gw), torch.len(weights), 1), em, ev, a, )
    return [torch.detach(reconstruction), torch.detach(loss), torch.tensor(torch.add(gn, en))]
