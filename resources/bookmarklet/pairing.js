// How the pages of this origin are paired: a token in their own storage, which no other page reads.

const KEY = "cuttings-token";

export async function ask(method, path, body) {
  const token = localStorage.getItem(KEY);
  const answer = await fetch(path, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body ? { "Content-Type": "application/json" } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const found = await answer.json();
  if (answer.status === 401) localStorage.removeItem(KEY);
  if (!answer.ok) throw new Error(found.error.message);
  return found;
}

export async function isPaired() {
  return (await ask("GET", "/v1/hello")).paired;
}

// Shows the form until the code is right; then calls `done`.
export function pairWith(form, done) {
  const problem = form.querySelector(".problem");
  form.hidden = false;
  form.elements.code.focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      const code = form.elements.code.value.replace(/\D/g, "");
      const { token } = await ask("POST", "/v1/pair", { code, name: "Bookmarklet" });
      localStorage.setItem(KEY, token);
      form.hidden = true;
      done();
    } catch (failure) {
      problem.textContent = failure.message;
    }
  });
}
