// Says that an answer is on its way, and after a while what takes the time.
const SLOW = 2000;
const find = (id) => document.getElementById(id);
let inFlight = 0;

export function isWaiting() {
  return inFlight > 0;
}

export function startTyping(messages) {
  inFlight += 1;
  find("typing-words").textContent = "正在输入…";
  find("typing").hidden = false;
  const slow = setTimeout(() => {
    find("typing-words").textContent = slowWords(messages);
  }, SLOW);
  return () => {
    clearTimeout(slow);
    inFlight -= 1;
    find("typing").hidden = inFlight === 0;
  };
}

// After a consent card the departments are being asked: those it named.
function slowWords(messages) {
  const card = [...messages].reverse().find((message) => message.card)?.card;
  if (card?.kind !== "consent") return "还在办，请您稍等…";
  const departments = card.rows.map((row) => row.label.replace(/部门$/, ""));
  return `正在向${[...new Set(departments)].join("、")}部门核对，请您稍等…`;
}
