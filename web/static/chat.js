// The chat page: shows what was said, sends what is written, asks for what comes late.
import { drawMessage, retireChoices } from "./draw.js";
import { setUpMenu } from "./menu.js";
import { randomKey, Store } from "./store.js";
import { isWaiting, startTyping } from "./typing.js";
import { askForMore, chooseCounty, send } from "./wire.js";

const POLL_EVERY = 3000;
const find = (id) => document.getElementById(id);
const talk = find("talk");
const messages = find("messages");
const text = find("text");
const store = new Store();
let outbox = Promise.resolve();
let polling = false;

function show() {
  messages.replaceChildren();
  store.messages.forEach(append);
  find("welcome").hidden = store.messages.length > 0;
  toEnd();
}

function append(message) {
  retireChoices(messages, message.choices);
  messages.append(drawMessage(message, { pick, leave: () => store.expectMore(true), again }));
}

// The picked button cannot be pressed any more: keep the keyboard's place without opening the phone's keyboard.
function pick(asked, choice) {
  asked.picked = choice.title;
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

// What was on its way when the page was closed is sent again under its id: it counts once.
function goOn() {
  for (const message of store.messages) {
    if (message.state === "sending") outbox = outbox.then(() => deliver(message));
  }
}

async function deliver(message) {
  const conversation = store.conversation;
  const stopTyping = startTyping(store.messages);
  toEnd();
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

// Late replies: after a sign-in, after an outage. Only while something is expected.
async function poll() {
  if (polling || isWaiting() || document.hidden || !store.expectsMore) return;
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

// Whoever comes back without the link, as from the sign-in, still reads the county's name.
function showCounty() {
  if (find("phone").dataset.county || !store.title) return;
  find("title").textContent = store.title;
  document.title = store.title;
}

// The page of a county: the conversation is told once.
async function tellCounty() {
  const { county } = find("phone").dataset;
  if (!county || store.county === county) return;
  const conversation = store.conversation;
  try {
    const answer = await chooseCounty(conversation, randomKey(), county);
    if (conversation !== store.conversation) return;
    if (answer.state === "answered") store.toldCounty(county, find("title").textContent);
    addReplies(answer.replies);
  } catch {
    // Unreachable now: the chat asks for the county by itself.
  }
}

function startOver() {
  store.clear();
  show();
  tellCounty();
  text.focus();
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

setUpMenu({ askProgress: () => say("进度"), startOver });
document.querySelectorAll("[data-say]").forEach((button) => {
  button.addEventListener("click", () => say(button.dataset.say));
});

document.addEventListener("visibilitychange", poll);
// Coming back with the phone's back button shows a frozen page: wake it.
window.addEventListener("pageshow", poll);
setInterval(poll, POLL_EVERY);
show();
showCounty();
goOn();
tellCounty();
poll();
