"""The mean of several trained readers' weights (a model soup, Wortsman et al. 2022): often better than each, at no cost.

    python average_weights.py OUT.pt READER.pt READER.pt…
"""
import sys

import torch


def average(states):
    first = states[0]
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(value.dtype) if value.is_floating_point() else value
        for name, value in first.items()
    }


if __name__ == '__main__':
    torch.save(average([torch.load(path, map_location='cpu') for path in sys.argv[2:]]), sys.argv[1])
