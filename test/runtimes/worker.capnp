using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "app", worker = .app),
    # The gateway of the test is on this machine.
    (name = "network", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "app")],
);

const app :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2025-09-01",
  globalOutbound = "network",
  bindings = [
    (name = "BYTESPIKE_API_KEY", fromEnvironment = "BYTESPIKE_API_KEY"),
    (name = "GATEWAY_URL", fromEnvironment = "GATEWAY_URL"),
    (name = "PROXY_SECRET", fromEnvironment = "PROXY_SECRET"),
  ],
);
