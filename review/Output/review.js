"use strict";
const root = document.documentElement;
root.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
document.getElementById("theme").addEventListener("click", () => root.classList.toggle("dark"));

const filter = document.getElementById("filter");
if (filter) {
  const noise = document.getElementById("noise");
  const resources = [...document.querySelectorAll(".resource")];
  const show = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const resource of resources) {
      const isShown = words.every(word => resource.dataset.text.includes(word)) && (noise.checked || !resource.classList.contains("noise"));
      resource.hidden = !isShown;
      shown += isShown ? 1 : 0;
    }
    document.getElementById("count").textContent = `${shown} of ${resources.length}`;
  };
  filter.addEventListener("input", show);
  noise.addEventListener("change", show);
  show();
}
