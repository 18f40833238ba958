"""Fits the weights of patterns/en/confidence.csv to labelled news.

    cargo build
    python3 patterns/build/confidence.py \\
        --fit "own corpus" 3 corpus/gold corpus/articles \\
        --fit "MUC-4 training half" 1 MUC/gold.jsonl MUC/docs \\
        --fit-first "HRDsAttack training half" 3 HRDS/gold.jsonl HRDS/docs \\
        --test "MUC-4 development half" MUC-DEV/gold.jsonl MUC-DEV/docs --write

Input: sets of labelled articles (NAME WEIGHT LABELS ARTICLES; labels in the format of corpus/README.md). `dateline run` reads
the articles, `dateline reliability` judges the rows, and the signs of a row are read from its reasons. Of a `-first` set, whose
labels hold only what each article is about, rows of rank 1 are judged; the others are neither right nor wrong.
Output: the table of each set, before and after; with --write, the weights in confidence.csv, whose reasons and notes stay.

The weights are those of a logistic regression with a quadratic penalty, found by Newton's method. Fitted sets are shown
cross-validated: each row is marked by weights that were fitted without its article. A set counts for each of its rows WEIGHT
times, so that a large set of one kind does not drown the others.
"""

import argparse
import csv
import io
import json
import math
import re
import subprocess
import tempfile
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "en/confidence.csv"
BASE = "base"
FLOOR = "floor"
PENALTY = 10.0
FOLDS = 5
STEPS = 30
REASON = re.compile(r"(.*) [+-]\d+\.\d\d$")


class Row:
    """A judged row: its article, its signs, the confidence it was given, the verdict and how much it counts."""

    def __init__(self, doc, signs, confidence, right, weight):
        self.doc, self.signs, self.confidence, self.right, self.weight = doc, signs, confidence, right, weight


def read_table():
    """Rows of confidence.csv as (feature, weight, reason, note)."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(r["feature"], float(r["weight"]), r["reason"], r["note"]) for r in csv.DictReader(lines)]


def judged(binary, weight, labels, articles, first, signs):
    """Runs the program over a set and gives its judged rows."""
    with tempfile.TemporaryDirectory() as folder:
        verdicts, found = Path(folder) / "judged.csv", Path(folder) / "incidents.jsonl"
        (Path(folder) / "all").mkdir()
        (Path(folder) / "all/confidence.csv").write_text(f"feature,weight,reason,note\n{FLOOR},-10,,\n", "utf-8")
        run = [binary, "run", articles, "--out", folder, "--patterns", f"{folder}/all"]
        if subprocess.run(run, stderr=subprocess.DEVNULL, check=False).returncode == 2:
            raise SystemExit(f"{' '.join(run)} did not run")
        rank = ["--rank", "1"] if first else []
        judge = [binary, "reliability", labels, str(found), "--rows", str(verdicts), *rank]
        subprocess.run(judge, stdout=subprocess.DEVNULL, check=True)
        with open(verdicts, encoding="utf-8", newline="") as file:
            right = {(r["doc"], r["id"]): r["right"] == "1" for r in csv.DictReader(file)}
        rows = [json.loads(line) for line in found.read_text("utf-8").splitlines()]
    return [
        Row(r["doc"], held(r["reasons"], signs), r["confidence"], right[r["doc"], r["id"]], weight)
        for r in rows
        if (r["doc"], r["id"]) in right
    ]


def held(reasons, signs):
    """The signs behind a row's reasons; guesses of places and dates carry no figure."""
    texts = [match[1] for match in map(REASON.match, reasons) if match]
    return [signs[text] for text in texts]


def fit(rows, features):
    """{feature: weight} with the best penalised likelihood; the base is not penalised."""
    number = {feature: n for n, feature in enumerate([BASE, *features])}
    data = [([0] + [number[s] for s in row.signs], row.right, row.weight) for row in rows]
    weights = [0.0] * len(number)
    for _ in range(STEPS):
        step = newton(data, weights)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return dict(zip(number, weights))


def newton(data, weights):
    """One step of Newton's method."""
    size = len(weights)
    slope = [0.0] + [-PENALTY * w for w in weights[1:]]
    curve = [[0.0] * size for _ in range(size)]
    for n in range(size):
        curve[n][n] = PENALTY if n else 1e-9
    for signs, right, weight in data:
        p = logistic(sum(weights[s] for s in signs))
        for s in signs:
            slope[s] += weight * (right - p)
            line = curve[s]
            for t in signs:
                line[t] += weight * p * (1 - p)
    return solve(curve, slope)


def solve(matrix, right):
    """Gauss elimination with pivoting."""
    rows = [line + [r] for line, r in zip(matrix, right)]
    size = len(rows)
    for n in range(size):
        pivot = max(range(n, size), key=lambda r: abs(rows[r][n]))
        rows[n], rows[pivot] = rows[pivot], rows[n]
        for r in range(n + 1, size):
            factor = rows[r][n] / rows[n][n]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[n])]
    out = [0.0] * size
    for n in reversed(range(size)):
        out[n] = (rows[n][size] - sum(rows[n][k] * out[k] for k in range(n + 1, size))) / rows[n][n]
    return out


def logistic(x):
    """Log-odds -> probability."""
    return 1 / (1 + math.exp(-x))


def mark(weights, row):
    """The confidence that the program would give."""
    exact = logistic(weights[BASE] + sum(weights[s] for s in row.signs))
    return min(max(round(exact, 2), 0.01), 0.99)


def rounded(weights):
    """As the table holds them."""
    return {feature: round(weight, 2) for feature, weight in weights.items()}


def crossed(sets, features):
    """{set: [(confidence, right)]}, each row marked by weights fitted without its article."""
    docs = sorted({(name, row.doc) for name, rows in sets.items() for row in rows})
    fold = {doc: n * 7 % FOLDS for n, doc in enumerate(docs)}
    out = {name: [] for name in sets}
    for part in range(FOLDS):
        seen = [row for name, rows in sets.items() for row in rows if fold[name, row.doc] != part]
        weights = rounded(fit(seen, features))
        for name, rows in sets.items():
            out[name] += [(mark(weights, row), row.right) for row in rows if fold[name, row.doc] == part]
    return out


def figures(marked):
    """Rows, share right, calibration error and area under the ROC curve."""
    bins = {}
    for confidence, right in marked:
        line = bins.setdefault(min(int(confidence * 10 + 1e-9), 9), [0, 0, 0.0])
        line[0] += 1
        line[1] += right
        line[2] += confidence
    error = sum(abs(right - total) for _, right, total in bins.values()) / max(1, len(marked))
    share = sum(right for _, right, _ in bins.values()) / max(1, len(marked))
    return bins, f"{len(marked)} rows, {share:.0%} right, calibration error {error:.3f}, area under ROC {area(marked)}"


def area(marked):
    """How often a right row stands above a wrong one; ties count half."""
    right = [c for c, r in marked if r]
    wrong = [c for c, r in marked if not r]
    if not right or not wrong:
        return "-"
    wins = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return f"{wins / len(right) / len(wrong):.3f}"


def show(name, marked):
    """Prints the table of a set."""
    bins, summary = figures(marked)
    cells = [f"{n / 10:.1f}: {line[1] / line[0]:.2f} ({line[0]})" for n, line in sorted(bins.items())]
    print(f"{name}: {summary}\n    {'  '.join(cells)}", flush=True)


def write(weights, summaries):
    """Puts the weights into the table, with what they were fitted on above it."""
    text = io.StringIO()
    text.write("# Log-odds, written by patterns/build/confidence.py. How far they hold, where fitted on by cross-validation:\n")
    text.writelines(f"#   {line}\n" for line in summaries)
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["feature", "weight", "reason", "note"])
    out.writerows([f, f"{weights.get(f, old):.2f}", reason, note] for f, old, reason, note in read_table())
    TABLE.write_text(text.getvalue(), "utf-8")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dateline", default="target/debug/dateline", help="the program (default: %(default)s)")
    columns = ("NAME", "WEIGHT", "LABELS", "ARTICLES")
    for flag in ("--fit", "--fit-first"):
        parser.add_argument(flag, nargs=4, action="append", default=[], metavar=columns)
    for flag in ("--test", "--test-first"):
        parser.add_argument(flag, nargs=3, action="append", default=[], metavar=("NAME", "LABELS", "ARTICLES"))
    parser.add_argument("--write", action="store_true", help="write the weights into confidence.csv")
    return parser.parse_args()


def main():
    """Judges the sets, fits, shows and writes."""
    args = arguments()
    table = read_table()
    features = [feature for feature, *_ in table if feature not in (BASE, FLOOR)]
    signs = {reason: feature for feature, _, reason, _ in table if feature in features}
    if len(signs) < len(features):
        raise SystemExit("two features have the same reason")

    def read(weight, labels, articles, first):
        return judged(args.dateline, float(weight), labels, articles, first, signs)

    fitted = {name: read(*rest, False) for name, *rest in args.fit}
    fitted |= {name: read(*rest, True) for name, *rest in args.fit_first}
    tested = {name: read(1, *rest, False) for name, *rest in args.test}
    tested |= {name: read(1, *rest, True) for name, *rest in args.test_first}
    print("BEFORE")
    for name, rows in {**fitted, **tested}.items():
        show(name, [(row.confidence, row.right) for row in rows])
    weights = rounded(fit([row for rows in fitted.values() for row in rows], features))
    print("AFTER (fitted sets cross-validated)")
    marked = {f"{name} (fitted on)": rows for name, rows in crossed(fitted, features).items()}
    marked |= {f"{name} (not seen)": [(mark(weights, r), r.right) for r in rows] for name, rows in tested.items()}
    for name, rows in marked.items():
        show(name, rows)
    print("  ".join(f"{feature} {weight:+.2f}" for feature, weight in weights.items()))
    if args.write:
        write(weights, [f"{name}: {figures(rows)[1]}" for name, rows in marked.items()])


if __name__ == "__main__":
    main()
