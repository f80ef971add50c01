// Photographs go up one by one, with a bar that shows how far; the page is then drawn anew by the server.
const MOST_BYTES = 20 * 1024 * 1024;
const PATIENCE = 180000;
const TOO_LARGE = "这个文件太大了，最大能收20兆。请您用手机的普通模式重新拍一张。";
const LOST = "没有传成，可能是网络不好。请您再试一次。";

const main = document.getElementById("papers");
document.documentElement.classList.add("scripted");
main.addEventListener("change", onPicked);
main.addEventListener("submit", onSubmit);

async function onPicked(event) {
  const input = event.target;
  const files = [...(input.files ?? [])];
  if (input.type !== "file" || files.length === 0 || busy()) return;
  const form = input.form;
  const bar = progressBar(form);
  let words = "";
  main.classList.add("busy");
  for (const [place, file] of files.entries()) {
    const which = files.length > 1 ? `第${place + 1}张，共${files.length}张：` : "";
    words = file.size > MOST_BYTES ? TOO_LARGE : await send(form.action, file, (share) => bar.show(which, share));
    if (words) break;
  }
  await redraw(words);
}

async function onSubmit(event) {
  event.preventDefault();
  const form = event.target;
  if (busy() || form.classList.contains("upload")) return;
  if (form.dataset.ask && !window.confirm(form.dataset.ask)) return;
  main.classList.add("busy");
  await redraw(await post(form.action));
}

function busy() {
  return main.classList.contains("busy");
}

// The file's name is often somebody's name: it stays on the phone.
function send(address, file, show) {
  const body = new FormData();
  body.append("page", file, "page");
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.timeout = PATIENCE;
    request.upload.onprogress = (event) => show(event.total ? event.loaded / event.total : 0);
    request.onload = () => resolve(request.status < 400 ? "" : wordsOf(request.responseText));
    request.onerror = request.ontimeout = () => resolve(LOST);
    request.send(body);
  });
}

async function post(address) {
  try {
    const answer = await fetch(address, { method: "POST", headers: { accept: "application/json" } });
    return answer.ok ? "" : wordsOf(await answer.text());
  } catch {
    return LOST;
  }
}

function wordsOf(text) {
  try {
    return JSON.parse(text).words || LOST;
  } catch {
    return LOST;
  }
}

function progressBar(form) {
  const line = document.createElement("div");
  line.className = "sending";
  line.setAttribute("role", "status");
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 1;
  line.append(words, bar);
  (form.closest(".about") ?? form.parentElement).append(line);
  const show = (which, share) => {
    bar.value = share;
    words.textContent = share < 1 ? `${which}正在上传 ${Math.floor(share * 100)}%` : `${which}传好了，正在看照片清不清楚…`;
  };
  show("", 0);
  return { show };
}

async function redraw(words) {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("papers");
    if (!fresh) {
      location.reload();
      return;
    }
    main.replaceChildren(...fresh.childNodes);
  } catch {
    words = words || LOST;
  }
  main.querySelectorAll(".sending").forEach((line) => line.remove());
  main.classList.remove("busy");
  const told = document.getElementById("told");
  told.textContent = words;
  told.hidden = !words;
}
