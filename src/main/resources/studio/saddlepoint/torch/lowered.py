# Convolutions of bfloat16 numbers, summed and handed on in float32 (LoweredConvolutions).
  def lowered_conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], d: List[int], g: int) -> Tensor:
    product = torch.to(torch.conv2d(torch.to(x, 15), torch.to(w, 15), None, s, p, d, g), 6)
    if torch.__isnot__(b, None):
      y = torch.add(product, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
    else:
      y = product
    return y
  def lowered_conv_transpose2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], q: List[int], g: int, d: List[int]) -> Tensor:
    product = torch.to(torch.conv_transpose2d(torch.to(x, 15), torch.to(w, 15), None, s, p, q, g, d), 6)
    if torch.__isnot__(b, None):
      y = torch.add(product, torch.reshape(unchecked_cast(Tensor, b), [1, -1, 1, 1]))
    else:
      y = product
    return y
