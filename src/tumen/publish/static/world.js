// Months of a simulated world: the slider moves numbers, play moves dots along arrows.
// The page holds every month as numbers; words and places come from the server's picture.
"use strict";

(() => {
  const TRAVEL = 1000; // milliseconds a dot is on its way
  const SAMPLES = 40; // points by which a way is known
  const MOST = 80; // dots sent along one way in one month; more could not be told apart
  const source = document.querySelector("#world-data");
  if (!source) return;

  const world = JSON.parse(source.textContent);
  const svg = document.querySelector("svg.world");
  const slider = document.querySelector("#month");
  const button = document.querySelector(".months .play");
  const pace = document.querySelector("#pace");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const last = world.labels.length - 1;
  let month = Number(slider.value);
  let settled = month; // the month whose arrivals have arrived
  let timer = null;
  let travellers = []; // { way, at }: a way, and when its dot sets out

  const number = (value) => value.toLocaleString("en-US");
  const tenths = (value) =>
    (value / 10).toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  // A part of a dot is rounded, as in the picture of the server.
  const dotsOf = (people, grain) => Math.floor((2 * people + grain) / (2 * grain));

  // How many dots set out by the end of a month, counted from the first month on.
  const sums = {};
  for (const [code, flow] of Object.entries(world.flows)) {
    let sum = 0;
    sums[code] = flow.map((people) => (sum += people));
  }

  const ways = [...svg.querySelectorAll("[data-way]")].map((path) => {
    const length = path.getTotalLength();
    const few = path.dataset.few === "1";
    const trace = document.createElementNS("http://www.w3.org/2000/svg", "path");
    trace.setAttribute("class", few ? "travel few" : "travel");
    trace.dataset.travel = path.dataset.way;
    svg.append(trace);
    return {
      code: path.dataset.way,
      grain: Number(path.dataset.grain),
      points: Array.from({ length: SAMPLES + 1 }, (_, at) => path.getPointAtLength((length * at) / SAMPLES)),
      trace,
    };
  });

  function fill(name, series, shown) {
    for (const place of document.querySelectorAll(`[data-${name}]`)) {
      const row = series[place.dataset[name]];
      if (row) place.textContent = shown(row[month]);
    }
  }

  function list(name, lines) {
    const place = document.querySelector(`[data-${name}]`);
    const said = lines.length ? lines : [place.dataset.none];
    place.replaceChildren(
      ...said.map((words) => {
        const line = document.createElement("li");
        line.textContent = words;
        if (!lines.length) line.className = "none";
        return line;
      }),
    );
  }

  // While dots are on their way, those who left are gone and those who come not yet there.
  function drawDots() {
    for (const path of svg.querySelectorAll("[data-dots]")) {
      const { dots, x, y, columns, pitch, grain } = path.dataset;
      const people = Math.min(world.stocks[dots][month], world.stocks[dots][settled]);
      let d = "";
      for (let at = 0; at < dotsOf(people, Number(grain)); at += 1) {
        const across = Number(x) + (at % columns) * pitch;
        const down = Number(y) + Math.floor(at / columns) * pitch;
        d += `M${across.toFixed(1)} ${down.toFixed(1)}h0`;
      }
      path.setAttribute("d", d);
    }
  }

  function show() {
    for (const place of document.querySelectorAll("[data-month]")) place.textContent = world.labels[month];
    fill("stock", world.stocks, number);
    fill("flow", world.flows, (people) => (people ? number(people) : ""));
    fill("pay", world.pay, number);
    fill("total", world.totals, tenths);
    list("policies", world.policies.filter((p) => p.first <= month && month <= p.last).map((p) => p.words));
    list("events", world.events[month]);
    slider.value = month;
    slider.setAttribute("aria-valuetext", world.labels[month]);
    drawDots();
  }

  function goTo(wanted) {
    month = settled = Math.min(Math.max(wanted, 0), last);
    travellers = [];
    show();
  }

  // Send as many dots as full grains were reached since the month before.
  function setOut(now, spread) {
    for (const way of ways) {
      const sum = sums[way.code];
      const before = month > 0 ? sum[month - 1] : 0;
      const dots = Math.floor(sum[month] / way.grain) - Math.floor(before / way.grain);
      for (let at = 0; at < Math.min(dots, MOST); at += 1)
        travellers.push({ way, at: now + (spread * at) / Math.max(dots, 1) });
    }
  }

  function travel(now) {
    const paths = new Map(ways.map((way) => [way, ""]));
    travellers = travellers.filter(({ at }) => now - at < TRAVEL);
    for (const { way, at } of travellers) {
      const share = (now - at) / TRAVEL;
      if (share < 0) continue;
      const point = way.points[Math.round(share * SAMPLES)];
      paths.set(way, `${paths.get(way)}M${point.x.toFixed(1)} ${point.y.toFixed(1)}h0`);
    }
    for (const [way, d] of paths) way.trace.setAttribute("d", d);
    if (timer !== null || travellers.length) requestAnimationFrame(travel);
  }

  function step() {
    if (month >= last) return pause();
    month += 1;
    if (still.matches) {
      settled = month;
    } else {
      const arrived = month;
      setOut(performance.now(), Number(pace.value) * 0.9);
      setTimeout(() => {
        if (settled >= arrived || arrived > month) return; // the slider was moved meanwhile
        settled = arrived;
        drawDots();
      }, TRAVEL);
    }
    show();
    timer = setTimeout(step, Number(pace.value));
  }

  function tell(playing) {
    button.textContent = playing ? "Pause" : "Play";
    button.setAttribute("aria-pressed", String(playing));
  }

  function play() {
    if (month >= last) goTo(0);
    tell(true);
    timer = setTimeout(step, 0);
    requestAnimationFrame(travel);
  }

  function pause() {
    clearTimeout(timer);
    timer = null;
    tell(false);
  }

  button.hidden = pace.parentElement.hidden = false;
  button.addEventListener("click", () => (timer === null ? play() : pause()));
  slider.addEventListener("input", () => {
    pause();
    goTo(Number(slider.value));
  });
  slider.form.addEventListener("submit", (event) => event.preventDefault());
  const setting = document.querySelector(".world-setting");
  setting?.addEventListener("submit", () => (setting.querySelector("button").textContent = "Running"));
  // A page kept by the browser comes back as it was left.
  window.addEventListener("pageshow", () => {
    if (setting) setting.querySelector("button").textContent = "Run";
  });
  goTo(month);
})();
