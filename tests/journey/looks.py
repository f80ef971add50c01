"""What keeps a page from being read or tapped: small checks after the WCAG and for big thumbs."""

from __future__ import annotations

from playwright.sync_api import Page

_LEAST_TOUCH = 44
_LEAST_TEXT = 15

_CHECK = """
([leastTouch, leastText]) => {
  const faults = [];
  const shown = (one) =>
    one.checkVisibility({ checkVisibilityCSS: true }) && one.getBoundingClientRect().width > 1;
  const named = (one) =>
    (one.innerText || "").trim() || one.getAttribute("aria-label") || one.getAttribute("aria-labelledby") ||
    [...(one.labels || [])].map((label) => label.textContent.trim()).join("");
  const described = (one) =>
    `<${one.localName} ${one.className || one.id}> “${(one.textContent || "").trim().slice(0, 20)}”`;

  const root = document.documentElement;
  if (!root.lang) faults.push("the page has no language");
  if (!document.title) faults.push("the page has no title");
  if (document.querySelectorAll("main").length !== 1) faults.push("there is not one <main>");
  if (document.querySelectorAll("h1").length !== 1) faults.push("there is not one <h1>");
  if (root.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${root.scrollWidth} of ${innerWidth}`);
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  if (new Set(ids).size < ids.length) faults.push("an id stands twice");
  for (const svg of document.querySelectorAll("svg")) {
    const told = svg.closest("[aria-hidden=true]") || svg.getAttribute("aria-label");
    if (!told) faults.push("a drawing has no words");
  }

  const touched = "button, a[href], input:not([type=hidden]), textarea, summary";
  for (const one of document.querySelectorAll(touched)) {
    if (!shown(one)) continue;
    if (!named(one)) faults.push(`no name: ${described(one)}`);
    const inLine = one.localName === "a" && getComputedStyle(one).display === "inline";
    if (one.disabled || inLine) continue;
    const box = (one.closest("label") || one).getBoundingClientRect();
    if (Math.min(box.width, box.height) < leastTouch - 0.5) {
      faults.push(`too small to tap: ${described(one)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    }
    if (box.left < 0 || box.right > innerWidth + 0.5) faults.push(`sticks out sideways: ${described(one)}`);
  }

  const channels = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (let each = one; each; each = each.parentElement) {
      const colour = channels(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  for (const one of document.body.querySelectorAll("*")) {
    const hasWords = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasWords || !shown(one) || one.closest(":disabled, .out-of-sight, noscript")) continue;
    const style = getComputedStyle(one);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const [darker, lighter] = [light(channels(style.color)), light(behind(one))].sort((a, b) => a - b);
    const contrast = (lighter + 0.05) / (darker + 0.05);
    if (contrast < (large ? 3 : 4.5)) faults.push(`contrast ${contrast.toFixed(2)}: ${described(one)}`);
    if (size < leastText) faults.push(`${size} px is too small to read: ${described(one)}`);
  }
  return faults;
}
"""


def faults(page: Page) -> list[str]:
    """Everything wrong with what is on the screen, in words; empty when it is in order."""
    found: list[str] = page.evaluate(_CHECK, [_LEAST_TOUCH, _LEAST_TEXT])
    return found
