# Convolutions for processors whose caches are hidden (GuardedConvolutions): kernels with channels innermost; products of
# matrices for kernels of one pixel; groups one after the other; no lone
# channel beside others that fill no whole block; and for the gradient of a gradient, in which the batch takes the place
# of channels, a batch of whole blocks.
  def kernel_last(self: __torch__.Ops, w: Tensor) -> Tensor:
    return torch.permute(torch.clone(torch.permute(w, [0, 2, 3, 1]), memory_format=0), [0, 3, 1, 2])
  def missing_rows(self: __torch__.Ops, x: Tensor, w: Tensor, g: int) -> int:
    differentiated = torch.__and__(torch.is_grad_enabled(), ops.prim.requires_grad(w))
    if torch.__and__(differentiated, torch.eq(g, 1)):
      r = torch.remainder(torch.neg(torch.size(x, 0)), 16)
    else:
      r = 0
    return r
  def missing_channel(self: __torch__.Ops, w: Tensor, g: int) -> int:
    lone = torch.__and__(torch.eq(torch.size(w, 1), 1), torch.gt(torch.remainder(torch.size(w, 0), 16), 0))
    if torch.__and__(lone, torch.eq(g, 1)):
      c = 1
    else:
      c = 0
    return c
  def guarded_conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], d: List[int], g: int) -> Tensor:
    if torch.eq(g, 1):
      y = (self).guarded_alone(x, w, b, s, p, d, )
    elif torch.__and__(torch.__and__(torch.eq(g, torch.size(w, 0)), torch.eq(torch.size(w, 1), 1)), torch.gt(torch.size(w, 2), 1)):
      y = (self).guarded_group(x, w, b, s, p, d, g, )
    else:
      parts = annotate(List[Tensor], [])
      xs = torch.chunk(x, g, 1)
      ws = torch.chunk(w, g, 0)
      for i in range(g):
        _0 = torch.append(parts, (self).guarded_alone(xs[i], ws[i], None, s, p, d, ))
      bare = torch.cat(parts, 1)
      if torch.__isnot__(b, None):
        y = torch.add(bare, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
      else:
        y = bare
    return y
  def guarded_alone(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], d: List[int]) -> Tensor:
    if torch.eq(torch.size(w, 2), 1):
      padded = torch.constant_pad_nd(x, [p[1], p[1], p[0], p[0]], 0)
      rows = torch.permute(torch.slice(torch.slice(padded, 2, 0, None, s[0]), 3, 0, None, s[1]), [0, 2, 3, 1])
      product = torch.permute(torch.matmul(rows, torch.t(torch.flatten(w, 1))), [0, 3, 1, 2])
      if torch.__isnot__(b, None):
        y = torch.add(product, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
      else:
        y = product
    else:
      y = (self).guarded_group(x, w, b, s, p, d, 1, )
    return y
  def guarded_group(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], d: List[int], g: int) -> Tensor:
    r = (self).missing_rows(x, w, g, )
    c = (self).missing_channel(w, g, )
    if torch.gt(torch.add(r, c), 0):
      k = (self).kernel_last(torch.constant_pad_nd(w, [0, 0, 0, 0, 0, c], 0), )
      full = torch.conv2d(torch.constant_pad_nd(x, [0, 0, 0, 0, 0, c, 0, r], 0), k, b, s, p, d, g)
      y = torch.narrow(full, 0, 0, torch.size(x, 0))
    else:
      y = torch.conv2d(x, (self).kernel_last(w, ), b, s, p, d, g)
    return y
  def guarded_conv_transpose2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], q: List[int], g: int, d: List[int]) -> Tensor:
    r = (self).missing_rows(x, w, g, )
    c = (self).missing_channel(w, g, )
    if torch.__and__(torch.__and__(torch.eq(g, 1), torch.eq(torch.size(w, 2), 1)), torch.eq(s[0], 1)):
      product = torch.permute(torch.matmul(torch.permute(x, [0, 2, 3, 1]), torch.flatten(w, 1)), [0, 3, 1, 2])
      if torch.__isnot__(b, None):
        y = torch.add(product, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
      else:
        y = product
    elif torch.gt(torch.add(r, c), 0):
      k = (self).kernel_last(torch.constant_pad_nd(w, [0, 0, 0, 0, 0, c], 0), )
      rows = torch.constant_pad_nd(x, [0, 0, 0, 0, 0, 0, 0, r], 0)
      full = torch.conv_transpose2d(rows, k, None, s, p, q, g, d)
      asked = torch.narrow(torch.narrow(full, 0, 0, torch.size(x, 0)), 1, 0, torch.sub(torch.size(full, 1), c))
      if torch.__isnot__(b, None):
        y = torch.add(asked, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
      else:
        y = asked
    else:
      y = torch.conv_transpose2d(x, (self).kernel_last(w, ), b, s, p, q, g, d)
    return y
