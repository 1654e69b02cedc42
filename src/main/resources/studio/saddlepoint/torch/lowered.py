# Convolutions of bfloat16 numbers, summed and handed on in float32 (LoweredConvolutions). Channels are multiplied by
# twos: where their number is odd, or one is alone, oneDNN 3.7 reads beside them on processors whose caches are hidden.
# Those, kernels of one pixel and groups stay float32; they are few, and cost little.
  def lowered_type(self: __torch__.Ops, w: Tensor, g: int) -> int:
    even = torch.__and__(torch.eq(torch.remainder(torch.size(w, 0), 2), 0), torch.gt(torch.size(w, 1), 1))
    if torch.__and__(even, torch.__and__(torch.eq(g, 1), torch.gt(torch.size(w, 2), 1))):
      t = 15
    else:
      t = 6
    return t
  def lowered_conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], d: List[int], g: int) -> Tensor:
    t = (self).lowered_type(w, g, )
    product = torch.to(torch.conv2d(torch.to(x, t), torch.to(w, t), None, s, p, d, g), 6)
    if torch.__isnot__(b, None):
      y = torch.add(product, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
    else:
      y = product
    return y
  def lowered_conv_transpose2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], q: List[int], g: int, d: List[int]) -> Tensor:
    t = (self).lowered_type(w, g, )
    product = torch.to(torch.conv_transpose2d(torch.to(x, t), torch.to(w, t), None, s, p, q, g, d), 6)
    if torch.__isnot__(b, None):
      y = torch.add(product, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
    else:
      y = product
    return y
