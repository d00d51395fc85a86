package intake

import "strings"

// furniture is what pages have about their stories, folded; "n" stands for a number.
var furniture = set(`
skip to main content|skip to navigation|skip to main content skip to navigation|skip to content|skip to search|your privacy|accept all|manage cookies
accept allmanage cookies|accept all cookies|reject all|cookie settings|cookie policy|cookies|we value your privacy|manage preferences|accept|decline|i agree|ok|got it
sign in|sign out|log in|log out|login|logout|register|subscribe|subscribe now|search|search our site|menu|close|open menu|my account|account|home|topics|local|icss|trusts
expert briefings|podcasts|jobs|events|hsj jobs|hsj events|newsletters|more|more news|read more|read more here|read full story|read the full story|continue reading|full story|view all|see all|see more|show more
subscriber only|subscribers only|subscriber|premium|locked|exclusive to subscribers|this is premium content|free|free to read|registered users only|members only
save|save article|saved|share|share this|print|email|comment|comments|add comment|no comments|be the first to comment|n comment|n comments|n replies|n min read|n minute read|n mins read|n views
next|next page|previous|previous page|prev|prev page|first|first page|last|last page|load more|load more stories|show more stories|back to top|top|page n|page n of n|n of n|go to page|n next|results n n|sort by|newest|oldest|filter|filters
view in browser|view online|view this email in your browser|view as web page|unsubscribe|forward to a friend|download|image|photo|picture|video|listen|watch|alert|tweet|facebook|twitter|linkedin|whatsapp|x|email this|copy link
see all articles with this subject|see all articles in this issue|see all articles|latest|latest news|latest stories|all news|news topics local expert briefings comment podcasts jobs events|stay up to date|all|breadcrumb|you are here`)

// endings are the headings of what stands below or beside a list of stories, folded.
var endings = set(`
most popular|most read|most viewed|most commented|most shared|most recent comments|trending|trending now|popular|editors picks|editor s picks|related|related articles|related stories|related content|related links|related jobs|related events|you may also like|you might also like
recommended|recommended for you|more from hsj|more on this|also in the news|newsletter|newsletter sign up|newsletters|sign up|sign up to our newsletter|latest jobs|featured jobs|jobs of the week|upcoming events|events|featured events|top jobs|hsj jobs|jobs
about us|contact us|terms and conditions|terms conditions|privacy policy|accessibility|site map|sitemap|follow us|advertise|advertise with us|footer|site footer|useful links|quick links|latest comments|recent comments|supplements and reports|have your say|from our partners|partner content|sponsored links`)

var adverts = set(`advertisement|advert|ad|sponsored|sponsored content|sponsored comment|sponsored article|sponsored post|sponsor content|paid content|paid post|promoted|promoted content|advertorial|advertisement feature|advertising feature|paid for`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == '|' || r == '\n' }) {
		m[w] = true
	}
	return m
}

// numbersAsN returns folded text with each number as "n".
func numbersAsN(folded string) string {
	words := strings.Fields(folded)
	for i, w := range words {
		if strings.Trim(w, "0123456789") == "" {
			words[i] = "n"
		}
	}
	return strings.Join(words, " ")
}

// isFurniture reports whether a line is what pages have about their stories.
func isFurniture(folded, text string) bool {
	if len(folded) > 200 {
		return false
	}
	shape := numbersAsN(folded)
	if furniture[shape] || strings.Trim(shape, "n ") == "" {
		return true
	}
	for _, begin := range []string{
		"home ", "part of ", "registered in ", "we use cookies", "this site uses cookies", "by continuing to use", "copyright ", "all rights reserved", "you are receiving this", "caution this email", "skip to ", "get the day s stories", "get the days stories", "sign in to", "sign up ", "subscribe to ", "log in to", "showing ", "view in browser", "unsubscribe", "http ", "https ", "good morning", "good afternoon", "dear ", "to unsubscribe", "manage your ",
	} {
		if strings.HasPrefix(folded, begin) {
			switch begin {
			case "home ", "part of ", "showing ", "sign up ":
				// headlines may begin so
				if begin == "home " && strings.ContainsAny(text, "›»>/") || begin == "part of " && strings.Contains(folded, " registered ") ||
					begin == "showing " && strings.Contains(shape, " n") && strings.Contains(shape, " of ") || begin == "sign up " && len(strings.Fields(folded)) < 8 {
					return true
				}
				continue
			}
			return true
		}
	}
	return strings.HasPrefix(text, "©") || strings.HasPrefix(text, "(c) ") || strings.Contains(text, " › ")
}

func isEnding(folded string) bool { return endings[folded] }

func isAdvert(folded string) bool {
	if adverts[folded] {
		return true
	}
	for _, begin := range []string{"sponsored by ", "paid for by ", "promoted by ", "in association with ", "in partnership with ", "brought to you by ", "advertisement feature"} {
		if strings.HasPrefix(folded, begin) && len(strings.Fields(folded)) < 12 {
			return true
		}
	}
	return false
}
