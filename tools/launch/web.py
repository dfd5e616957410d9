"""The front end: packages from the lock, then a build; both skipped while their input is unchanged."""

from pathlib import Path

from tools.launch.node import with_node
from tools.launch.project import Project
from tools.launch.stamps import fingerprint, sources
from tools.launch.steps import run, step

MADE = frozenset({"node_modules", "dist", ".vite", "coverage", "test-results"})
NO_PACKAGES = "Check that this machine reaches its npm registry, then run the same command again."
NO_BUILD = "The front end does not build. `./kith check` says more."


def ensure_packages(project: Project, node: Path) -> None:
    """Install what package-lock.json names."""
    inputs = [project.frontend / name for name in ("package.json", "package-lock.json")]
    wanted = fingerprint(inputs, str(project.root))
    if project.stamps.matches("npm", wanted) and (project.frontend / "node_modules").is_dir():
        return
    with step("installing front-end packages"):
        run(
            [node / "npm", "ci", "--no-audit", "--no-fund", "--no-update-notifier"],
            cwd=project.frontend,
            env=with_node(project.environment(), node),
            log=project.log("npm"),
            cure=NO_PACKAGES,
        )
    project.stamps.put("npm", wanted)


def is_built(project: Project) -> bool:
    """Whether `frontend/dist` is what the sources would give."""
    built = (project.frontend / "dist" / "index.html").exists()
    return built and project.stamps.matches("web", source_fingerprint(project))


def ensure_build(project: Project, node: Path) -> None:
    """Build the front end when its sources changed."""
    if is_built(project):
        return
    wanted = source_fingerprint(project)
    project.stamps.drop("web")
    with step("building the front end"):
        run(
            [node / "npm", "run", "build"],
            cwd=project.frontend,
            env=with_node(project.environment(), node),
            log=project.log("web"),
            cure=NO_BUILD,
        )
    project.stamps.put("web", wanted)


def source_fingerprint(project: Project) -> str:
    """A digest of everything that a build reads."""
    paths = list(sources(project.frontend, MADE))
    names = " ".join(sorted(str(path.relative_to(project.frontend)) for path in paths))
    return fingerprint(paths, names)
