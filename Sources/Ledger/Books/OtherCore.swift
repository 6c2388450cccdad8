import Glibc

/// A piece of work on a thread of its own, while whoever began it goes on with another.
///
/// `let half = OtherCore { try count(upper) }; let sum = try count(lower) + half.wait().get()`
final class OtherCore<Value: Sendable> {
  fileprivate final class Work: @unchecked Sendable {
    let body: @Sendable () throws -> Value
    /// Written by the thread before it ends, read after it was waited for.
    var result: Result<Value, any Error>?

    init(_ body: @escaping @Sendable () throws -> Value) { self.body = body }
  }

  private let work: Work
  private var thread = pthread_t()
  private var isRunning = false

  /// Begins at once; where it is too little to be worth it, or no thread can be had, the work is done in `wait`.
  init(isWorthIt: Bool = true, _ body: @escaping @Sendable () throws -> Value) {
    work = Work(body)
    guard isWorthIt else { return }
    let passed = Unmanaged.passRetained(work)
    isRunning =
      pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          let work = Unmanaged<AnyObject>.fromOpaque(context).takeRetainedValue()
          (work as? any OtherCoreWork)?.run()
          return nil
        }, passed.toOpaque()) == 0
    if !isRunning { passed.release() }
  }

  deinit { if isRunning { pthread_join(thread, nil) } }

  /// What came of it, when it is done.
  func wait() -> Result<Value, any Error> {
    if isRunning { pthread_join(thread, nil) }
    isRunning = false
    if let result = work.result { return result }
    let result = Result { try work.body() }
    work.result = result
    return result
  }
}

/// Work whose value the thread need not know.
private protocol OtherCoreWork: AnyObject {
  func run()
}

extension OtherCore.Work: OtherCoreWork {
  func run() { result = Result { try body() } }
}

/// Work on one thing after the other in pieces: while another core does it for one piece, the results of the piece before
/// are used here, and the things of the next are gathered.
final class InPieces<Thing: Sendable, Done: Sendable> {
  private typealias Piece = (things: [Thing], done: OtherCore<[Done]>)

  /// How many things make a piece, and from how many on another core is worth it.
  private let (size, least) = (128, 16)
  private let isAlone: Bool
  private let work: @Sendable (Thing) -> Done
  private var waiting: [Thing] = []
  private var running: Piece?

  /// Where it `isAlone`, no other core is asked.
  init(isAlone: Bool = false, _ work: @escaping @Sendable (Thing) -> Done) {
    self.isAlone = isAlone
    self.work = work
  }

  /// Adds the next thing; `use` gets things of before with what was done, in their order. Throws what `use` throws.
  func add(_ thing: Thing, use: (Thing, Done) throws -> Void) throws {
    waiting.append(thing)
    if waiting.count >= size { try begin(use) }
  }

  /// Nothing more comes: `use` gets all that is left. Throws what `use` throws.
  func finish(use: (Thing, Done) throws -> Void) throws {
    if !waiting.isEmpty { try begin(use) }
    let last = running
    running = nil
    if let last { try hand(last, to: use) }
  }

  private func begin(_ use: (Thing, Done) throws -> Void) throws {
    let (things, work) = (waiting, work)
    waiting = []
    let before = running
    running = (things, OtherCore(isWorthIt: !isAlone && things.count >= least) { things.map(work) })
    if let before { try hand(before, to: use) }
  }

  private func hand(_ piece: Piece, to use: (Thing, Done) throws -> Void) throws {
    for (thing, done) in zip(piece.things, try piece.done.wait().get()) { try use(thing, done) }
  }
}
