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
  def conv2d_biased(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, a: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    p = int(torch.select(a, 0, 1))
    g = int(torch.select(a, 0, 2))
    return torch.conv2d(x, w, b, [s, s], [p, p], [1, 1], g)
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
  def binary_cross_entropy(self: __torch__.Ops, logits: Tensor, x: Tensor) -> Tensor:
    return torch.binary_cross_entropy_with_logits(logits, x, None, None, 0)
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
    step = torch.select(a, 0, 4)
    c1 = torch.sub(1., torch.pow(beta1, float(step)))
    c2 = torch.sub(1., torch.pow(beta2, float(step)))
    rest1 = torch.sub(1., beta1)
    rest2 = torch.sub(1., beta2)
    size = torch.div(torch.neg(lr), c1)
    plain = annotate(List[Tensor], [])
    fp = annotate(List[Tensor], [])
    fg = annotate(List[Tensor], [])
    fm = annotate(List[Tensor], [])
    fv = annotate(List[Tensor], [])
    steps = annotate(List[Tensor], [])
    for i in range(torch.len(p)):
      order = torch.stride(p[i])
      alike = torch.__and__(torch.eq(order, torch.stride(m[i])), torch.eq(order, torch.stride(v[i])))
      if torch.__and__(alike, torch.__not__(ops.prim.is_cuda(p[i]))):
        gradient = g[i]
        if torch.ne(order, torch.stride(gradient)):
          gradient = torch.copy_(torch.empty_like(p[i]), gradient)
        _0 = torch.append(fp, p[i])
        _1 = torch.append(fg, gradient)
        _2 = torch.append(fm, m[i])
        _3 = torch.append(fv, v[i])
        _4 = torch.append(steps, step)
      else:
        _5 = torch.add_(torch.mul_(m[i], beta1), g[i], alpha=rest1)
        _6 = torch.addcmul_(torch.mul_(v[i], beta2), g[i], g[i], value=rest2)
        d = torch.add_(torch.sqrt_(torch.div(v[i], c2)), eps)
        _7 = torch.append(plain, torch.addcdiv_(p[i], m[i], d, value=size))
    if torch.gt(torch.len(fp), 0):
      torch._fused_adam_(fp, fg, fm, fv, annotate(List[Tensor], []), steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=0., eps=eps, amsgrad=False, maximize=False)
    return torch.add(fp, plain)
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
  def spectral_norm(self: __torch__.Ops, w: Tensor, u: Tensor, a: Tensor, e: Tensor) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
    n = int(torch.select(a, 0, 0))
    axis = int(torch.select(a, 0, 1))
    eps = float(torch.select(e, 0, 0))
    turned = torch.transpose(w, 0, axis)
    matrix = torch.reshape(turned, [torch.size(turned, 0), -1])
    still = torch.detach(matrix)
    u1 = torch.clone(u)
    image = u1
    v = u1
    if torch.gt(n, 0):
      for i in range(n):
        v1 = torch.mv(torch.t(still), u1)
        v = torch.div(v1, torch.clamp(torch.norm(v1), eps))
        image = torch.mv(matrix, v)
        u2 = torch.detach(image)
        u1 = torch.div(u2, torch.clamp(torch.norm(u2), eps))
      _0 = torch.copy_(u, u1)
    else:
      u1 = torch.div(u1, torch.clamp(torch.norm(u1), eps))
      v1 = torch.mv(torch.t(still), u1)
      v = torch.div(v1, torch.clamp(torch.norm(v1), eps))
      image = torch.mv(matrix, v)
    sigma = torch.dot(u1, image)
    return (torch.mul(w, torch.reciprocal(sigma)), sigma, u1, v)
  def conditional_batch_norm(self: __torch__.Ops, x: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, a: Tensor, e: Tensor) -> Tensor:
    training = bool(torch.select(a, 0, 0))
    momentum = float(torch.select(e, 0, 0))
    eps = float(torch.select(e, 0, 1))
    shape = torch.add([torch.size(x, 0), torch.size(x, 1)], torch.mul([1], torch.sub(torch.dim(x), 2)))
    normed = torch.batch_norm(x, None, None, mean, variance, training, momentum, eps, False)
    return torch.addcmul(torch.reshape(beta, shape), normed, torch.reshape(gamma, shape))
  def instance_norm(self: __torch__.Ops, x: Tensor, gamma: Tensor, beta: Tensor, e: Tensor) -> Tensor:
    variance, mean, = torch.var_mean(x, [2, 3], False, True)
    scale = torch.mul(torch.rsqrt(torch.add(variance, float(e))), torch.reshape(gamma, [-1, torch.size(x, 1), 1, 1]))
    shift = torch.sub(torch.reshape(beta, [-1, torch.size(x, 1), 1, 1]), torch.mul(mean, scale))
    return torch.addcmul(shift, x, scale)
  def layer_norm(self: __torch__.Ops, x: Tensor, gamma: Tensor, beta: Tensor, e: Tensor) -> Tensor:
    return torch.layer_norm(x, torch.size(gamma), gamma, beta, float(e), False)
  def pixel_norm(self: __torch__.Ops, x: Tensor, e: Tensor) -> Tensor:
    return torch.mul(x, torch.rsqrt(torch.add(torch.mean(torch.mul(x, x), [1], True), float(e))))
  def virtual_batch_norm(self: __torch__.Ops, x: Tensor, gamma: Tensor, beta: Tensor, a: Tensor, e: Tensor) -> Tensor:
    r = int(a)
    n = torch.size(x, 0)
    spatial = x
    if torch.eq(torch.dim(x), 2):
      spatial = torch.reshape(x, [n, -1, 1, 1])
    reference_variance, reference_mean, = torch.var_mean(torch.narrow(spatial, 0, 0, r), [0, 2, 3], False, True)
    own_variance, own_mean, = torch.var_mean(torch.narrow(spatial, 0, r, torch.sub(n, r)), [2, 3], False, True)
    k = torch.div(1., float(torch.add(r, 1)))
    rest = torch.sub(1., k)
    apart = torch.sub(own_mean, reference_mean)
    spread = torch.add(torch.mul(own_variance, k), torch.mul(reference_variance, rest))
    variance = torch.add(spread, torch.mul(torch.mul(apart, apart), torch.mul(k, rest)))
    mean = torch.add(reference_mean, torch.mul(apart, k))
    means = torch.cat([torch.expand(reference_mean, [r, -1, 1, 1]), mean], 0)
    variances = torch.cat([torch.expand(reference_variance, [r, -1, 1, 1]), variance], 0)
    scale = torch.mul(torch.rsqrt(torch.add(variances, float(e))), torch.reshape(gamma, [1, -1, 1, 1]))
    shift = torch.sub(torch.reshape(beta, [1, -1, 1, 1]), torch.mul(means, scale))
    return torch.reshape(torch.addcmul(shift, spatial, scale), torch.size(x))
  def minibatch_stddev(self: __torch__.Ops, x: Tensor, a: Tensor) -> Tensor:
    g = int(torch.select(a, 0, 0))
    f = int(torch.select(a, 0, 1))
    n = torch.size(x, 0)
    c = torch.floordiv(torch.size(x, 1), f)
    h = torch.size(x, 2)
    w = torch.size(x, 3)
    groups = torch.reshape(x, [g, -1, f, c, h, w])
    spread = torch.sub(groups, torch.mean(groups, [0], True))
    deviation = torch.sqrt(torch.add(torch.mean(torch.mul(spread, spread), [0]), 1e-08))
    number = torch.reshape(torch.mean(deviation, [2, 3, 4]), [-1, f, 1, 1])
    return torch.cat([x, torch.repeat(number, [g, 1, h, w])], 1)
  def minibatch_discrimination(self: __torch__.Ops, x: Tensor, t: Tensor) -> Tensor:
    b = torch.size(t, 1)
    m = torch.reshape(torch.matmul(x, torch.reshape(t, [torch.size(t, 0), -1])), [-1, b, torch.size(t, 2)])
    apart = torch.abs(torch.sub(torch.unsqueeze(m, 0), torch.unsqueeze(m, 1)))
    near = torch.exp(torch.neg(torch.sum(apart, [3])))
    return torch.cat([x, torch.sub(torch.sum(near, [1]), 1.)], 1)
  def self_attention(self: __torch__.Ops, x: Tensor, query: Tensor, key: Tensor, value: Tensor, out: Tensor, gamma: Tensor) -> Tuple[Tensor, Tensor]:
    flat = torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), -1])
    q = torch.matmul(query, flat)
    k = torch.matmul(key, flat)
    v = torch.matmul(value, flat)
    attention = torch.softmax(torch.matmul(torch.transpose(q, 1, 2), k), 2)
    o = torch.matmul(out, torch.matmul(v, torch.transpose(attention, 1, 2)))
    return (torch.addcmul(x, torch.reshape(o, torch.size(x)), gamma), attention)
  def sample_pixels(self: __torch__.Ops, x: Tensor, index: Tensor, fractions: Tensor) -> Tensor:
    n = torch.size(x, 0)
    c = torch.size(x, 1)
    w = torch.size(x, 3)
    size = torch.mul(torch.size(x, 2), w)
    at = torch.expand(torch.reshape(index, [n, 1, size]), [n, c, size])
    pixels = torch.reshape(x, [n, c, size])
    if torch.eq(torch.numel(fractions), 0):
      y = torch.gather(pixels, 2, at)
    else:
      right = torch.reshape(torch.select(fractions, 1, 0), [n, 1, size])
      down = torch.reshape(torch.select(fractions, 1, 1), [n, 1, size])
      wide = torch.constant_pad_nd(pixels, [0, torch.add(w, 1)], 0)
      below = torch.narrow(wide, 2, w, size)
      beside = torch.narrow(wide, 2, torch.add(w, 1), size)
      upper = torch.lerp(torch.gather(pixels, 2, at), torch.gather(torch.narrow(wide, 2, 1, size), 2, at), right)
      lower = torch.lerp(torch.gather(below, 2, at), torch.gather(beside, 2, at), right)
      y = torch.lerp(upper, lower, down)
    return torch.reshape(y, torch.size(x))
  def average_pool(self: __torch__.Ops, x: Tensor, a: Tensor) -> Tensor:
    s = int(a)
    return torch.avg_pool2d(x, [s, s], [s, s], [0, 0], False, True, None)
  def max_pool(self: __torch__.Ops, x: Tensor, a: Tensor) -> Tensor:
    s = int(a)
    return torch.max_pool2d(x, [s, s], [s, s], [0, 0], [1, 1], False)
  def equalized_linear(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, e: Tensor) -> Tensor:
    return torch.linear(x, torch.mul(w, float(torch.select(e, 0, 0))), torch.mul(b, float(torch.select(e, 0, 1))))
  def equalized_conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, a: Tensor, e: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    p = int(torch.select(a, 0, 1))
    weight = torch.mul(w, float(torch.select(e, 0, 0)))
    bias = torch.mul(b, float(torch.select(e, 0, 1)))
    return torch.conv2d(x, weight, bias, [s, s], [p, p], [1, 1], 1)
  def equalized_conv2d_plain(self: __torch__.Ops, x: Tensor, w: Tensor, a: Tensor, e: Tensor) -> Tensor:
    s = int(torch.select(a, 0, 0))
    p = int(torch.select(a, 0, 1))
    return torch.conv2d(x, torch.mul(w, float(e)), None, [s, s], [p, p], [1, 1], 1)
  def relu_over(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.relu_(x)
  def leaky_relu_over(self: __torch__.Ops, x: Tensor, e: Tensor) -> Tensor:
    return torch.leaky_relu_(x, float(torch.select(e, 0, 0)))
  def leaky_relu_gain(self: __torch__.Ops, x: Tensor, e: Tensor) -> Tensor:
    return torch.mul(torch.leaky_relu(x, float(torch.select(e, 0, 0))), float(torch.select(e, 0, 1)))
  def add_noise(self: __torch__.Ops, x: Tensor, noise: Tensor, w: Tensor) -> Tensor:
    return torch.addcmul(x, noise, torch.reshape(w, [1, -1, 1, 1]))
  def add_bias(self: __torch__.Ops, x: Tensor, b: Tensor) -> Tensor:
    return torch.add(x, torch.reshape(b, [1, -1, 1, 1]))
  def modulated_conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, style: Tensor, a: Tensor, e: Tensor) -> Tensor:
    p = int(torch.select(a, 0, 0))
    demodulate = bool(torch.select(a, 0, 1))
    n = torch.size(x, 0)
    maps = torch.mul(torch.mul(torch.add(torch.size(w, 0), torch.size(w, 1)), torch.size(x, 2)), torch.size(x, 3))
    if torch.gt(torch.mul(torch.numel(w), 4), maps):
      scaled = torch.mul(x, torch.reshape(style, [n, -1, 1, 1]))
      shared = torch.conv2d(scaled, w, None, [1, 1], [p, p], [1, 1], 1)
      if demodulate:
        squares = torch.matmul(torch.mul(style, style), torch.t(torch.sum(torch.mul(w, w), [2, 3])))
        lengths = torch.rsqrt(torch.add(squares, float(e)))
        made = torch.mul(shared, torch.reshape(lengths, [n, -1, 1, 1]))
      else:
        made = shared
    else:
      own = torch.mul(torch.unsqueeze(w, 0), torch.reshape(style, [n, 1, -1, 1, 1]))
      if demodulate:
        size = torch.rsqrt(torch.add(torch.sum(torch.mul(own, own), [2, 3, 4], True), float(e)))
        kernels = torch.mul(own, size)
      else:
        kernels = own
      grouped = torch.reshape(kernels, [-1, torch.size(w, 1), torch.size(w, 2), torch.size(w, 3)])
      side = torch.reshape(x, [1, -1, torch.size(x, 2), torch.size(x, 3)])
      y = torch.conv2d(side, grouped, None, [1, 1], [p, p], [1, 1], n)
      made = torch.reshape(y, [n, -1, torch.size(y, 2), torch.size(y, 3)])
    return made
  def modulated_conv2d_doubling(self: __torch__.Ops, x: Tensor, w: Tensor, style: Tensor, e: Tensor) -> Tensor:
    n = torch.size(x, 0)
    scaled = torch.mul(x, torch.reshape(style, [n, -1, 1, 1]))
    turned = torch.flip(torch.transpose(w, 0, 1), [2, 3])
    spread = torch.conv_transpose2d(scaled, turned, None, [2, 2], [0, 0], [0, 0], 1, [1, 1])
    squares = torch.matmul(torch.mul(style, style), torch.t(torch.sum(torch.mul(w, w), [2, 3])))
    lengths = torch.rsqrt(torch.add(squares, float(e)))
    return torch.mul(spread, torch.reshape(lengths, [n, -1, 1, 1]))
  def resample(self: __torch__.Ops, x: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    return torch.matmul(rows, torch.matmul(x, columns))
  def blur(self: __torch__.Ops, x: Tensor, taps: Tensor, a: Tensor, e: Tensor) -> Tensor:
    up = int(torch.select(a, 0, 0))
    down = int(torch.select(a, 0, 1))
    before = int(torch.select(a, 0, 2))
    after = int(torch.select(a, 0, 3))
    c = torch.size(x, 1)
    h = torch.size(x, 2)
    w = torch.size(x, 3)
    straight = torch.div(taps, torch.sum(taps))
    cut = torch.sub(torch.sub(torch.size(taps, 0), 1), before)
    rest = torch.sub(torch.sub(torch.size(taps, 0), up), after)
    if torch.__and__(torch.eq(cut, rest), torch.__and__(torch.gt(up, 1), torch.eq(down, 1))):
      spread_kernel = torch.mul(torch.mul(torch.unsqueeze(straight, 1), torch.unsqueeze(straight, 0)), float(e))
      one = torch.repeat(torch.unsqueeze(torch.unsqueeze(torch.to(spread_kernel, x), 0), 0), [c, 1, 1, 1])
      y = torch.conv_transpose2d(x, one, None, [up, up], [cut, cut], [0, 0], c, [1, 1])
    else:
      apart = torch.reshape(x, [-1, c, h, 1, w, 1])
      spread = torch.constant_pad_nd(apart, [0, torch.sub(up, 1), 0, 0, 0, torch.sub(up, 1)], 0)
      wide = torch.reshape(spread, [-1, c, torch.mul(h, up), torch.mul(w, up)])
      padded = torch.constant_pad_nd(wide, [before, after, before, after], 0)
      line = torch.flip(straight, [0])
      kernel = torch.mul(torch.mul(torch.unsqueeze(line, 1), torch.unsqueeze(line, 0)), float(e))
      own = torch.repeat(torch.unsqueeze(torch.unsqueeze(torch.to(kernel, x), 0), 0), [c, 1, 1, 1])
      y = torch.conv2d(padded, own, None, [down, down], [0, 0], [1, 1], c)
    return y
