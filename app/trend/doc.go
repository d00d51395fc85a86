// Package trend says what the stories of a view come to: how many there are by month and
// system, and which words set one system's coverage apart from the rest. It says nothing
// where there is too little to say.
//
// # Words
//
// A word sets a system apart by its log-odds ratio with an informative Dirichlet prior, of
// B. L. Monroe, M. P. Colaresi and K. M. Quinn, "Fightin' Words: Lexical Feature Selection
// and Evaluation for Identifying the Content of Political Conflict", Political Analysis
// 16 (2008), 372–403, doi:10.1093/pan/mpn018.
//
// Let i be the stories of the view that the system lists and j its others. y(w) is in how
// many headlines of i or j the word w stands, n the sum of y over all words. The prior is
// what i and j have together, at an eighth of its weight ([priorShare]):
//
//	α(w) = (yᵢ(w) + yⱼ(w)) / 8      α₀ = (nᵢ + nⱼ) / 8
//
// Then
//
//	δ(w) = log( (yᵢ(w) + α(w)) / (nᵢ + α₀ − yᵢ(w) − α(w)) )
//	     − log( (yⱼ(w) + α(w)) / (nⱼ + α₀ − yⱼ(w) − α(w)) )
//
//	σ²(δ(w)) ≈ 1 / (yᵢ(w) + α(w)) + 1 / (yⱼ(w) + α(w))
//
//	z(w) = δ(w) / σ(δ(w))
//
// The prior draws rare words towards what is usual, so that neither a word that came
// once by chance nor one that stands everywhere comes out on top. Were it lighter, the second
// part of the variance would leave nothing of the words that the others have none of; were
// it heavier, the prior would level everything. The weight is ours.
//
// The label of a series before the colon of a headline is left out, since a strand of one
// region would always win; so are words without a letter, words of one letter, the words
// that hold sentences together, and those of the system's own name.
package trend
