// The chat page: shows what was said, sends what is written, asks for what comes late.
import { drawMessage } from "./draw.js";
import { randomKey, Store } from "./store.js";
import { askForMore, send } from "./wire.js";

const SLOW = 2000;
const POLL_EVERY = 3000;
const find = (id) => document.getElementById(id);
const talk = find("talk");
const messages = find("messages");
const text = find("text");
const store = new Store();
let outbox = Promise.resolve();
let inFlight = 0;
let polling = false;

function show() {
  messages.replaceChildren();
  store.messages.forEach(append);
  find("welcome").hidden = store.messages.length > 0;
  toEnd();
}

function append(message) {
  messages.querySelectorAll(".choices").forEach((group) => group.remove());
  const last = message === store.messages.at(-1);
  messages.append(
    drawMessage(message, {
      last,
      pick,
      leave: () => store.expectMore(true),
      again,
    }),
  );
}

// The buttons go away once one is picked: keep the keyboard's place without opening the phone's keyboard.
function pick(choice) {
  talk.focus({ preventScroll: true });
  say(choice.title, choice.value);
}

function toEnd() {
  talk.scrollTop = talk.scrollHeight;
}

function add(message) {
  store.add(message);
  append(message);
  find("welcome").hidden = true;
  toEnd();
}

// A link serves once: an old one would only lead to a refusal.
function dropLinks() {
  for (const message of store.messages) delete message.link;
  messages.querySelectorAll(".go").forEach((anchor) => anchor.remove());
}

function addReplies(replies) {
  if (replies.some((reply) => reply.link)) dropLinks();
  const first = messages.childElementCount;
  // Choices of several replies stay together under the last one.
  const choices = replies.flatMap((reply) => reply.choices);
  replies.forEach((reply, place) => add({ ...reply, choices: place === replies.length - 1 ? choices : [] }));
  const start = messages.children[first];
  if (start && talk.scrollHeight - start.offsetTop > talk.clientHeight) start.scrollIntoView({ block: "start" });
}

function say(shown, value = shown) {
  const message = { mine: true, text: shown, value, id: randomKey(), state: "sending" };
  add(message);
  outbox = outbox.then(() => deliver(message));
}

function again(message) {
  message.state = "sending";
  show();
  outbox = outbox.then(() => deliver(message));
}

async function deliver(message) {
  const conversation = store.conversation;
  const stopTyping = startTyping();
  try {
    const answer = await send(conversation, message.id, message.value);
    if (conversation !== store.conversation) return;
    message.state = answer.state === "not_kept" ? "failed" : "sent";
    store.expectMore(answer.state === "waiting");
    if (message.state === "failed") show();
    addReplies(answer.replies);
  } catch {
    if (conversation !== store.conversation) return;
    message.state = "failed";
    show();
  } finally {
    stopTyping();
    store.save();
    poll();
  }
}

function startTyping() {
  inFlight += 1;
  find("typing-words").textContent = "正在输入…";
  find("typing").hidden = false;
  toEnd();
  const slow = setTimeout(() => {
    find("typing-words").textContent = "正在向部门核对，请稍等…";
  }, SLOW);
  return () => {
    clearTimeout(slow);
    inFlight -= 1;
    find("typing").hidden = inFlight === 0;
  };
}

// Late replies: after a sign-in, after an outage. Only while something is expected.
async function poll() {
  if (polling || inFlight > 0 || document.hidden || !store.expectsMore) return;
  polling = true;
  try {
    const conversation = store.conversation;
    const late = await askForMore(conversation);
    if (conversation === store.conversation && late.replies.length > 0) {
      store.expectMore(late.waiting);
      dropLinks();
      addReplies(late.replies);
    }
  } catch {
    // Unreachable now: the next round asks again.
  } finally {
    polling = false;
  }
}

function startOver() {
  store.clear();
  show();
  text.focus();
}

function openMenu(open) {
  find("menu").hidden = !open;
  find("menu-button").setAttribute("aria-expanded", String(open));
}

find("write").addEventListener("submit", (event) => {
  event.preventDefault();
  const written = text.value.trim();
  if (!written) return;
  text.value = "";
  grow();
  say(written);
});
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    find("write").requestSubmit();
  }
});
text.addEventListener("input", grow);
function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

find("menu-button").addEventListener("click", (event) => {
  event.stopPropagation();
  openMenu(find("menu").hidden);
});
document.addEventListener("click", () => openMenu(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") openMenu(false);
});
find("ask-progress").addEventListener("click", () => say("进度"));
find("start-over").addEventListener("click", () => find("confirm").showModal());
find("confirm").addEventListener("close", () => {
  if (find("confirm").returnValue === "yes") startOver();
  find("confirm").returnValue = "";
});
document.querySelectorAll("[data-say]").forEach((button) => {
  button.addEventListener("click", () => say(button.dataset.say));
});

document.addEventListener("visibilitychange", poll);
// Coming back with the phone's back button shows a frozen page: wake it.
window.addEventListener("pageshow", poll);
setInterval(poll, POLL_EVERY);
// What was on its way when the page was closed is sent again under its id.
for (const message of store.messages) {
  if (message.state === "sending") message.state = "failed";
}
show();
poll();
