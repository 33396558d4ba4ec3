// A notebook for the tests: they run it as a process and compare what it writes.
import Notebook

let notebook = Notebook("probe")

// %% [markdown]
// # A probe
// Prose with $\sqrt{2}$, shown before
// the cell runs.

// %%
print("printed before the first call")
let root = 2.0.squareRoot()
notebook.show("root \(root)")
print("printed between two calls")
notebook.table(
  columns: ["name", "value"],
  rows: [["a|b", 1], [.text("root"), .number(root, digits: 3)]])

// %% [markdown]
// ## Checks

// %% Two checks
stopEarlyIfAsked()
notebook.check("P1", "a count", measured: 29, expected: 29)
checkRoot(root, in: notebook)

// %% [markdown]
// The end.

// %%
notebook.finish()
