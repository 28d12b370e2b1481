#!/usr/bin/env python3
"""Makes tests/packs/instances.json: large demands with the least cost that a
solver of mixed-integer programs has proven.

    pip install ortools==9.15.6755
    python3 tests/packs/make_instances.py [seconds for each instance, 15]

The model knows nothing of the planner's states. In every month at most one
pack is bought (two of the same month make one at no higher rate), of any tier;
each month's units are taken from any packs that are alive, in any order; pay
as you go is allowed only in months that leave no pack with anything in it. The
solver is SCIP. Its packs are rounded, consumed in order of expiry and priced
in integers, which makes the cost attainable; the cost is proven where the
solver's bound leaves no room for one that is lower by 1, costs being whole
multiples of step times unit of rate. An instance without a proof within the
time is left out, and the script says so. The solver's time stands beside each
instance.

Solvers calculate with 16 digits and allow themselves errors of a billionth:
months of 10^12 units beside packs of 1,000 are beyond them. Of a month above
KEEP times (top tier + common multiple of step and block), whole common
multiples are taken away until it is below, and added again at the last tier's
rate. That changes nothing in the optimum: three sources at most serve a month
(one pack carried over, one bought, pay as you go), so one of them serves at
least top tier + multiple, costs the last tier's rate and can shrink or grow by
the multiple. The planner looks at the first 2 or 3 top tiers of a month where
this script keeps KEEP; demands of `medium` size, far above both, go to the
solver as they are.
"""

import json
import random
import sys
import time
from math import lcm
from pathlib import Path

from ortools.linear_solver import pywraplp

KEEP = 8

# Rates are in thousandths (mainland) or hundredths (the others) of a unit of
# currency; a tier is (smallest pack, rate).
OFFERS = {
    "outbound": {
        "min": 1000, "step": 1000, "life": 6,
        "tiers": [[1000, 150], [10000, 145], [30000, 142], [50000, 138]],
    },
    "tollfree": {
        "min": 1000, "step": 1000, "life": 6,
        "tiers": [[1000, 150], [10000, 148], [30000, 145], [50000, 140]],
    },
    "messages": {
        "min": 100000, "step": 10000, "life": 12, "tiers": [[100000, 1]],
        "block": 10000, "price": 10000,
    },
    "minutes": {"min": 5000, "step": 1, "life": 12, "tiers": [[5000, 8]]},
}

# The largest month of a small demand. Messages come by the hundred thousand.
SMALL = {"outbound": 30_000, "tollfree": 30_000, "messages": 300_000, "minutes": 30_000}


def demand(rng, shape, months, size, small):
    """The need of each month, by shape and size."""
    most = {"small": small, "medium": 30 * small, "large": 10**12}[size]

    def any_size():
        # From small to large, so that both meet in one demand.
        return round(10 ** rng.uniform(3, 12)) if size == "large" else rng.randint(0, most)

    if shape == "flat":
        return [rng.randint(most // 3, most)] * months
    if shape == "growing":
        first = rng.randint(1, most // 10)
        return [first + (most - first) * i // (months - 1) for i in range(months)]
    if shape == "seasonal":
        low = rng.randint(most // 20, most // 3)
        wave = [0, 1, 3, 6, 9, 10, 9, 6, 3, 1, 0, 2]
        needs = [low + (most - low) * wave[i % 12] // 10 for i in range(months)]
        return [n - rng.randint(0, most // 50) for n in needs]
    if shape == "spiky":
        needs = [rng.randint(0, small) for _ in range(months)]
        for i in rng.sample(range(months), months // 6):
            needs[i] = rng.randint(most // 2, most)
        return needs
    if shape == "sparse":
        needs = [0] * months
        for i in rng.sample(range(months), months // 3):
            needs[i] = any_size()
        return needs
    return [any_size() for _ in range(months)]


def shorten(needs, offer):
    """The needs without the whole multiples that cannot matter, and those."""
    multiple = lcm(offer["step"], offer.get("block", 1))
    keep = KEEP * (offer["tiers"][-1][0] + multiple)
    short = [n if n < keep else keep + (n - keep) % multiple for n in needs]
    return short, [n - s for n, s in zip(needs, short)]


def solve(needs, offer, seconds):
    """(cost, purchases) if proven within the time, else None."""
    months, step, life = len(needs), offer["step"], offer["life"]
    tiers, block = offer["tiers"], offer.get("block")
    last_rate = tiers[-1][1]
    solver = pywraplp.Solver.CreateSolver("SCIP")
    solver.SetTimeLimit(round(seconds * 1000))
    # All quantities are in steps, and costs above the last tier's rate.
    need = [n / step for n in needs]
    packs, served, left = [], [[] for _ in needs], [[] for _ in needs]
    above = []
    for i in range(months):
        until = min(months, i + life)
        most = -(-sum(needs[i:until]) // step) + tiers[-1][0] // step
        kinds = []
        for j, (start, rate) in enumerate(tiers):
            low = max(start, offer["min"]) // step
            high = tiers[j + 1][0] // step - 1 if j + 1 < len(tiers) else most
            buys = solver.BoolVar("")
            steps = solver.IntVar(0, high, "")
            solver.Add(steps >= low * buys)
            solver.Add(steps <= high * buys)
            kinds.append(buys)
            packs.append((i, steps))
            above.append(steps * (rate - last_rate))
            rest = steps
            for s in range(i, until):
                if not needs[s]:
                    left[s].append((rest, high))
                    continue
                most_taken = min(need[s], high)
                taken = solver.NumVar(0, most_taken, "")
                solver.Add(taken <= most_taken * buys)
                served[s].append(taken)
                rest = rest - taken
                left[s].append((rest, high))
            solver.Add(rest >= 0)
        solver.Add(sum(kinds) <= 1)
    bought = sum(steps for _, steps in packs)
    blocks = 0
    for s in range(months):
        if not needs[s]:
            continue
        if block is None:
            solver.Add(sum(served[s]) == need[s])
            continue
        beyond = solver.BoolVar("")
        solver.Add(sum(served[s]) <= need[s])
        solver.Add(sum(served[s]) >= need[s] * (1 - beyond))
        for rest, high in left[s]:
            solver.Add(rest <= high * (1 - beyond))
        count = solver.IntVar(0, -(-needs[s] // block), "")
        solver.Add(count * (block / step) >= need[s] - sum(served[s]))
        blocks = blocks + count
    objective = sum(above) + last_rate * bought
    if block is not None:
        objective = objective + offer["price"] / step * blocks
    constant = last_rate * sum(needs) / step
    solver.Minimize(objective - constant)
    parameters = pywraplp.MPSolverParameters()
    parameters.SetDoubleParam(parameters.RELATIVE_MIP_GAP, 0.0)
    if solver.Solve(parameters) != pywraplp.Solver.OPTIMAL:
        return None
    purchases = [(i, round(steps.solution_value()) * step) for i, steps in packs]
    purchases = [(i, quantity) for i, quantity in purchases if quantity]
    cost = simulate(needs, offer, purchases)
    if cost is None or cost % step:
        return None
    if solver.Objective().BestBound() < cost / step - constant - 0.5:
        return None
    return cost, purchases


def lengthen(short, extra, offer, purchases):
    """The purchases for the needs with `extra` added again."""
    top, life = offer["tiers"][-1][0], offer["life"]
    packs = [list(pack) for pack in sorted(purchases)]
    needs = list(short)
    for month, more in enumerate(extra):
        if not more:
            continue
        left = [quantity for _, quantity in packs]
        for s in range(month + 1):
            rest = needs[s]
            taken = [0] * len(packs)
            for number, (bought, _) in enumerate(packs):
                if bought <= s < bought + life:
                    taken[number] = min(rest, left[number])
                    left[number] -= taken[number]
                    rest -= taken[number]
        # The source that serves most of the month; none is pay as you go.
        most = max(range(len(packs)), key=lambda n: taken[n], default=None)
        if most is not None and taken[most] >= top:
            packs[most][1] += more
        needs[month] += more
    return [tuple(pack) for pack in packs]


def simulate(needs, offer, purchases):
    """What the packs and pay as you go cost, consumed in order of expiry;
    None where a month falls short."""
    def rate(quantity):
        return [rate for start, rate in offer["tiers"] if start <= quantity][-1]

    cost = sum(quantity * rate(quantity) for _, quantity in purchases)
    left = [[month, quantity] for month, quantity in sorted(purchases)]
    for month, need in enumerate(needs):
        for pack in left:
            if pack[0] <= month < pack[0] + offer["life"]:
                taken = min(need, pack[1])
                pack[1] -= taken
                need -= taken
        if need and "block" not in offer:
            return None
        if need:
            cost += -(-need // offer["block"]) * offer["price"]
    return cost


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 15.0
    out = Path(__file__).with_name("instances.json")
    rows, dropped = [], 0
    shapes = ["flat", "growing", "seasonal", "spiky", "sparse", "random"]
    for name, offer in OFFERS.items():
        last_rate = offer["tiers"][-1][1]
        for months in (36,) if name == "tollfree" else (12, 24, 36):
            for shape in shapes:
                for size in ("small", "medium", "large"):
                    label = f"{name} {shape} {months} {size}"
                    needs = demand(random.Random(label), shape, months, size, SMALL[name])
                    short, extra = needs, [0] * months
                    if size == "large":
                        short, extra = shorten(needs, offer)
                    began = time.monotonic()
                    found = solve(short, offer, seconds)
                    took = time.monotonic() - began
                    print(f"{label}: {found and found[0]} {took:.2f} s", flush=True)
                    if found is None:
                        dropped += 1
                        continue
                    cost = found[0] + last_rate * sum(extra)
                    packs = lengthen(short, extra, offer, found[1])
                    attained = simulate(needs, offer, packs)
                    if attained != cost:
                        raise RuntimeError(f"{attained} is not {cost}")
                    rows.append({
                        "name": label, "offer": name, "needs": needs,
                        "cost": str(cost), "solver_ms": round(took * 1000),
                    })
    with out.open("w") as file:
        file.write('{\n"offers": {\n')
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in OFFERS.items()]
        file.write(",\n".join(lines) + '\n},\n"instances": [\n')
        file.write(",\n".join(json.dumps(row) for row in rows) + "\n]\n}\n")
    print(f"{len(rows)} instances, {dropped} without a proof within {seconds} s")


if __name__ == "__main__":
    main()
