package sluice.apply;

import sluice.problem.Problem;

/// Why a token on a property key has no effect, the same on every node that carries it.
///
/// @param key the property key
/// @param token the token's name as stored on the node
/// @param problem what is wrong, without a place
public record KeyProblem(PropertyKey key, String token, Problem problem) {}
