// Makes elements. Everything is put in as text, nothing as markup.
// A masked name, a clause, a receipt number or a phone number is read as one: it is not broken over two lines.
const TOGETHER = /(\*\p{Script=Han}|\d{4}-\d+\.\d+|\d{3,6}-[\d -]{4,18}[\dX])/u;

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.append(...parts(String(text)));
  return made;
}

function parts(text) {
  return text.split(TOGETHER).map((part, place) => {
    if (place % 2 === 0) return part;
    const whole = document.createElement("span");
    whole.className = "together";
    whole.textContent = part;
    return whole;
  });
}
