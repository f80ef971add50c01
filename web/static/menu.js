// The menu at the top and the question before everything is forgotten.
const find = (id) => document.getElementById(id);

export function setUpMenu({ askProgress, startOver }) {
  const open = (yes) => {
    find("menu").hidden = !yes;
    find("menu-button").setAttribute("aria-expanded", String(yes));
  };
  find("menu-button").addEventListener("click", (event) => {
    event.stopPropagation();
    open(find("menu").hidden);
  });
  document.addEventListener("click", () => open(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });
  find("ask-progress").addEventListener("click", askProgress);
  find("start-over").addEventListener("click", () => find("confirm").showModal());
  find("confirm").addEventListener("close", () => {
    if (find("confirm").returnValue === "yes") startOver();
    find("confirm").returnValue = "";
  });
}
