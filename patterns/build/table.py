"""Writing and reading the tab separated tables: header, no quoting, rows sorted, '\\n' line ends."""


def write(path, columns, rows):
    """Writes rows (already in order) and says how many there are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [str(cell) for cell in row]
        if len(cells) != len(columns) or any(c in cell for cell in cells for c in "\t\n\r"):
            raise ValueError(f"{path.name}: bad row {cells}")
        lines.append("\t".join(cells))
    path.write_bytes(("\n".join(lines) + "\n").encode())
    print(f"{path.name}: {len(lines) - 1} rows, {path.stat().st_size / 1e6:.2f} MB", flush=True)


def read(path):
    """Reads a table as a list of dicts."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t") + [""] * len(columns))) for line in lines[1:]]
