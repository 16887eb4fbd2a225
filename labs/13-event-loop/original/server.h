#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "lines.h"
#include "loop.h"
#include "store.h"
#include "task.h"
#include "thread_pool.h"

// Part 6: the server, and part 7: its shutdown. Read README.md first.

struct ServerOptions {
  std::size_t most_line = 1024;        ///< bytes of a request, without its end
  std::size_t most_unsent = 4096;      ///< bytes of answers that wait for a client until its requests wait, too; > 0
  std::size_t requests_in_a_row = 32;  ///< of one client, while others have something to do; > 0
};

/// Keeps the contents somewhere, and may block the thread for long. Several threads of the pool may call it at the same
/// time.
/// \return what the client reads behind SAVED: one line, without its end
/// \throw std::exception, of which the client reads `what()`, one line as well, behind ERROR
using Save = std::function<std::string(const Contents&)>;

/// Serves a store to clients, a line a request, a line an answer:
///
///     SET key value  ->  OK              the value is the rest of the line, and not empty
///     GET key        ->  VALUE value     NONE when the key has no value
///     DEL key        ->  OK              NONE when the key has no value
///     SAVE           ->  SAVED ...       what `save` gives
///     all else       ->  ERROR ...       nothing has changed, and the connection goes on
///
/// One space stands between the words; a key has one byte or more, and no space. A client's requests are answered in
/// their order, each with one line; it may send further ones before. An answer waits for nothing but the answers before
/// it, `save`, and room. A request that is too long is answered with an ERROR, and is the last one of its connection.
///
/// A client that sends no more gets all its answers, and is closed. One that has vanished is closed, and no other
/// client notices. All functions but `shutdown` are called by the loop's thread; the server outlives the loop's last
/// `run`.
class Server {
 public:
  /// \param loop, pool, store  outlive the server
  /// \param save  is called on the pool, with the contents at a moment between the request and the answer
  Server(Loop& loop, ThreadPool& pool, Store& store, Save save, ServerOptions options = {});
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Accepts clients and serves them, until `shutdown`. Ends when all connections are closed. To be awaited once, in a
  /// coroutine of the loop; throws nothing.
  ///
  /// As long as `most_unsent` bytes or more of a client's answers have not been taken, none of its further requests has
  /// an effect, and its bytes are not read; with fewer, they may have one at once or wait. After `requests_in_a_row`
  /// requests of one client, all others that are ready have their turn.
  Task<> serve();

  /// Any thread may call it. It begins when the loop comes to it, and from then on no client is accepted. The requests
  /// that have arrived whole, and those that arrive while others are answered, are answered. A connection is closed
  /// when nothing more has arrived, but for a part of a request, and its answers have been taken; or when its time has
  /// passed, whatever has been answered and taken by then. One whose `save` runs then is closed when that has ended, or
  /// sooner. Called again, it does nothing.
  /// \param grace  from its beginning on; any; one that reaches beyond the clock's end is for ever
  void shutdown(Duration grace);

  /// How many connections are open.
  [[nodiscard]] std::size_t connections() const;
};
