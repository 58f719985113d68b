-- Asks for the addresses of a file, one after the other; every thread begins elsewhere.
local threads = 0
local requests = {}

function setup(thread)
   thread:set("at", threads * 97)
   threads = threads + 1
end

function init(args)
   for line in io.lines(args[1]) do
      local address, encoding = line:match("(%S+) (%S+)")
      local headers = { Host = wrk.headers["Host"], ["Accept-Encoding"] = encoding }
      requests[#requests + 1] = wrk.format("GET", address, headers)
   end
end

function request()
   at = at + 1
   return requests[at % #requests + 1]
end

function done(summary)
   local found = summary.errors
   local errors = found.connect + found.read + found.write + found.status + found.timeout
   local line = '{"requests": %d, "microseconds": %d, "errors": %d}\n'
   io.write(string.format(line, summary.requests, summary.duration, errors))
end
