// What this phone remembers: the conversation's key and the messages shown, so that a reload shows them again.
const KEY = "ruxue.chat";
const MOST = 200;

function fresh() {
  return { conversation: randomKey(), messages: [], waitingSince: 0, county: "", title: "" };
}

// 128 random bits, URL-safe: whoever knows the key is the guardian, as far as the chat is concerned.
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

// ID numbers and phones are not left lying about on the phone.
function discreet(text) {
  return text.replace(/(\d{3})\d{7,11}([\dXx]{4})/g, "$1****$2");
}

export class Store {
  constructor() {
    this.state = read() ?? fresh();
  }

  get conversation() {
    return this.state.conversation;
  }

  get messages() {
    return this.state.messages;
  }

  // The county whose page told the conversation of it.
  get county() {
    return this.state.county;
  }

  get title() {
    return this.state.title;
  }

  toldCounty(code, title) {
    this.state.county = code;
    this.state.title = title;
    this.save();
  }

  add(message) {
    this.state.messages.push(message);
    this.state.messages.splice(0, this.state.messages.length - MOST);
    this.save();
  }

  // Something was left open elsewhere (a sign-in, an outage): late replies are asked for while this is set.
  expectMore(yes) {
    this.state.waitingSince = yes ? Date.now() : 0;
    this.save();
  }

  get expectsMore() {
    return Date.now() - this.state.waitingSince < 15 * 60 * 1000;
  }

  clear() {
    this.state = fresh();
    this.save();
  }

  save() {
    const kept = { ...this.state, messages: this.state.messages.map(withoutNumbers) };
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage is full or forbidden: the chat works on, it only forgets at a reload.
    }
  }
}

function withoutNumbers(message) {
  const sent = message.mine && message.state !== "failed" && message.state !== "sending";
  return sent ? { ...message, text: discreet(message.text), value: undefined } : message;
}

function read() {
  try {
    const state = JSON.parse(localStorage.getItem(KEY));
    return state?.conversation && Array.isArray(state.messages) ? state : null;
  } catch {
    return null;
  }
}
