// Sets theme, density and language before the first paint, so that nothing flashes.
(() => {
  const saved = JSON.parse(localStorage.getItem("kith.prefs") ?? "{}");
  const dark = saved.theme === "dark" || (saved.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  const root = document.documentElement;
  root.dataset.mantineColorScheme = dark ? "dark" : "light";
  root.dataset.density = saved.density ?? "comfortable";
  root.dataset.motion = saved.motion ?? "system";
  root.lang = saved.locale ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
})();
