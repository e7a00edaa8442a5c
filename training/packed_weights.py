"""Reader weights in small: int8 by row for matrices, float16 for the rest, without the embeddings, which stay those of the encoder.

    python packed_weights.py READER.pt READER.safetensors
"""
import sys

import torch
from safetensors.torch import load_file, save_file


def pack(state):
    packed = {}
    for name, value in state.items():
        if '.embeddings.' in name:
            continue
        if value.ndim == 2:
            scale = value.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
            packed[f'{name}:q'] = (value / scale).round().to(torch.int8).contiguous()
            packed[f'{name}:s'] = scale.float().contiguous()
        else:
            packed[name] = value.half().contiguous()
    return packed


def load_weights(model, path):
    """Puts weights from .pt or packed .safetensors into a model whose embeddings are those of its encoder."""
    if not str(path).endswith('.safetensors'):
        return model.load_state_dict(torch.load(path, map_location='cpu'))
    packed = load_file(path)
    state = {}
    for name, value in packed.items():
        if name.endswith(':q'):
            state[name[:-2]] = value.float() * packed[f'{name[:-2]}:s']
        elif not name.endswith(':s'):
            state[name] = value.float()
    missing = [k for k in model.load_state_dict(state, strict=False).missing_keys if '.embeddings.' not in k]
    assert not missing, missing


if __name__ == '__main__':
    save_file(pack(torch.load(sys.argv[1], map_location='cpu')), sys.argv[2])
