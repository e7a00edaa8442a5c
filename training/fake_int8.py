"""Training with the rounding of dynamic int8 arithmetic (Jacob et al. 2018), so that weights learn to live with it.

The runtime multiplies uint8 activations, with one range for each window, by int8 weights, with one scale for each output. Weights
keep to 7 bits: processors without VNNI add two products in 16 bits, which overflow with 8.
"""
import torch
from torch import nn

WEIGHT_LIMIT = 63


class Round(torch.autograd.Function):
    """To the nearest multiple of `scale`; gradients pass as if nothing was rounded."""

    @staticmethod
    def forward(_, x, scale, least, most):
        return (x / scale).round_().clamp_(least, most).mul_(scale)

    @staticmethod
    def backward(_, gradient):
        return gradient, None, None, None


def round_activations(x):
    """(B, L, D) as its nearest uint8, range by window."""
    x = x.float()
    low, high = (bound[:, None, None] for bound in torch.aminmax(x.detach().flatten(1), dim=1))
    low, high = low.clamp_max(0), high.clamp_min(0)
    scale = ((high - low) / 255).clamp_min(1e-8)
    zero = (-low / scale).round()
    return Round.apply(x, scale, -zero, 255 - zero)


def weight_scale(weight):
    """(out, 1): what one step of an output's int8 weights is worth."""
    return weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / WEIGHT_LIMIT


class RoundedLinear(nn.Linear):
    def forward(self, x):
        weight = Round.apply(self.weight, weight_scale(self.weight), -WEIGHT_LIMIT, WEIGHT_LIMIT)
        return nn.functional.linear(round_activations(x), weight, self.bias)


def round_encoder(model):
    """Makes the linear layers of the encoder compute as the exported int8 model will; weights and their names stay."""
    for module in model.bert.encoder.modules():
        if type(module) is nn.Linear:
            module.__class__ = RoundedLinear
    return model
